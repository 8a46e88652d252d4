import { claimList, type ClaimUse } from './claim-list.ts'
import { shownLifetime } from '../units/duration.ts'
import { timeText } from './time-text.ts'

/** A claim in words. */
export interface ClaimExplanation {
  readonly meaning: string
  /** The value in words, where it says more than the value itself. */
  readonly reading?: string
}

/** In which token a claim is, and what time it is (milliseconds since 1970). */
export interface ClaimContext {
  readonly use: 'id' | 'access' | 'refresh' | 'unknown'
  readonly now: number
}

const levels: ReadonlyMap<string, string> = new Map([
  ['urn:cognito:loa:1', 'level 1: a password'],
  ['urn:cognito:loa:2', 'level 2: one code by text message or email'],
  ['urn:cognito:loa:3', 'level 3: a passkey, or a password and a code by text message or email'],
  ['urn:cognito:loa:4', 'level 4: a password and a code of an authenticator app'],
])

const means: ReadonlyMap<string, string> = new Map([
  ['pwd', 'a password'],
  ['otp', 'a code of an authenticator app'],
  ['sms', 'a code by text message'],
  ['email_otp', 'a code by email'],
  ['swk', 'a passkey kept by the device'],
  ['hwk', 'a passkey on a security key'],
  ['mfa', 'two or more factors'],
  ['fed', 'another identity provider'],
])

const scopes: ReadonlyMap<string, string> = new Map([
  ['aws.cognito.signin.user.admin', 'the user’s own data, by GetUser and the like'],
  ['openid', 'an ID token'],
  ['profile', 'the readable attributes'],
  ['email', 'the email address'],
  ['phone', 'the phone number'],
])

/** Explains any claim with any value in a sentence. */
export function explainClaim(
  name: string,
  value: unknown,
  context: ClaimContext,
): ClaimExplanation {
  const claim = claimList.get(name)
  if (!claim) return { meaning: unknownClaim(name) }
  const reading = read(claim.form, value, context.now)
  const misplaced =
    (context.use === 'id' || context.use === 'access') && !claim.uses.includes(context.use)
  return {
    meaning: misplaced
      ? `${claim.meaning} Cognito does not write it into an ${context.use} token: a trigger did, or another issuer.`
      : claim.meaning,
    ...(reading !== undefined && { reading }),
  }
}

function unknownClaim(name: string): string {
  if (name.startsWith('custom:'))
    return `The custom attribute “${name.slice('custom:'.length)}” of the pool; always a string.`
  if (name.startsWith('dev:'))
    return `The developer-only attribute “${name.slice('dev:'.length)}” of the pool.`
  if (name.startsWith('cognito:')) return 'One of Cognito’s own claims, not described yet.'
  return 'Not one of Cognito’s own claims: usually a pre-token trigger (PreTokenGeneration) adds it.'
}

function read(form: string, value: unknown, now: number): string | undefined {
  switch (form) {
    case 'time':
      return typeof value === 'number' ? timeText(value, now) : undefined
    case 'acr':
      return typeof value === 'string' ? levels.get(value) : undefined
    case 'amr':
      return isTexts(value) ? inWords(value, means) : undefined
    case 'scopes':
      return typeof value === 'string' ? inWords(value.split(' '), scopes) : undefined
    case 'issuer':
      return typeof value === 'string' ? issuerText(value) : undefined
    default:
      return undefined
  }
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string')

const inWords = (values: readonly string[], words: ReadonlyMap<string, string>): string =>
  values.map((value) => words.get(value) ?? value).join('; ')

function issuerText(issuer: string): string | undefined {
  const found = /^https:\/\/(issuer-)?cognito-idp\.([\w-]+)\.[\w.]+\/([\w-]+)$/.exec(issuer)
  if (!found) return 'not an AWS issuer: a practice pool or another server'
  const [, updated, region = '', pool = ''] = found
  return `pool ${pool} in ${region}${updated ? ', in the form of pools in several regions' : ''}`
}

/** Claims that are commonly missed in a token and are not in this one, each with the reason. */
export function absentClaims(
  use: ClaimUse,
  claims: Readonly<Record<string, unknown>>,
): readonly { readonly name: string; readonly why: string }[] {
  return [...claimList.values()].flatMap(({ name, absent }) => {
    const why = absent?.[use]
    return why === undefined || claims[name] !== undefined ? [] : [{ name, why }]
  })
}

/** How long a token lasts, and how much of that is over. Times in milliseconds. */
export interface TokenLifetime {
  readonly state: 'valid' | 'expired' | 'unknown'
  readonly expiresAt?: number
  readonly leftMs?: number
  /** From 0 (just made) to 1 (expired); absent when iat is not known. */
  readonly used?: number
  readonly text: string
}

/** Reads exp and iat; `now` in milliseconds since 1970, best by the server's clock. */
export function tokenLifetime(
  claims: Readonly<Record<string, unknown>>,
  now: number,
): TokenLifetime {
  const { exp, iat } = claims
  if (typeof exp !== 'number' || !Number.isFinite(exp))
    return { state: 'unknown', text: 'Does not say when it expires.' }
  const expiresAt = exp * 1000
  const leftMs = expiresAt - now
  const whole = typeof iat === 'number' ? expiresAt - iat * 1000 : 0
  return {
    state: leftMs > 0 ? 'valid' : 'expired',
    expiresAt,
    leftMs,
    ...(whole > 0 && { used: Math.min(1, Math.max(0, 1 - leftMs / whole)) }),
    text:
      leftMs > 0 ? `expires in ${shownLifetime(leftMs)}` : `expired ${shownLifetime(leftMs)} ago`,
  }
}
