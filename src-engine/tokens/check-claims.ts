import { finding, type Finding } from './finding.ts'
import type { ReadToken } from './read-token.ts'
import { shownLifetime } from '../units/duration.ts'
import { timeText } from './time-text.ts'

/** What a token should say. */
export interface ExpectedClaims {
  /** Any of these will do; see `issuersOf`. Empty: not checked. */
  readonly issuers: readonly string[]
  /** Empty: not checked. */
  readonly clientId: string
  /** Milliseconds since 1970, by our clock. */
  readonly now: number
  /** Milliseconds that the server's clock is ahead of ours, where it is known. */
  readonly clockAheadMs?: number
  readonly expectedUse?: 'id' | 'access'
}

/** Seconds by which clocks may differ before a time is called wrong. */
const tolerance = 60

type Claims = Readonly<Record<string, unknown>>

/** Checks what a token says, all but its signature. A token that cannot be read has no findings. */
export function checkClaims(
  token: Pick<ReadToken, 'claims' | 'use'>,
  expected: ExpectedClaims,
): readonly Finding[] {
  const { claims } = token
  if (!claims) return []
  return [
    ...useFindings(claims, expected),
    ...issuerFindings(claims, expected),
    ...audienceFindings(claims, token.use, expected),
    ...timeFindings(claims, expected),
    ...scopeFindings(claims, token.use),
    ...userFindings(claims),
  ]
}

function useFindings(claims: Claims, { expectedUse }: ExpectedClaims): Finding[] {
  const use = claims['token_use']
  if (use !== 'id' && use !== 'access')
    return [
      finding(
        'bad',
        'use-missing',
        `token_use is ${shown(use)}; Cognito writes id or access into every token.`,
      ),
    ]
  if (expectedUse === undefined || use === expectedUse)
    return expectedUse === undefined
      ? []
      : [finding('good', 'use-matches', `token_use is ${use}, as expected.`)]
  return [
    finding(
      'bad',
      'use-unexpected',
      `token_use is ${use}, but ${expectedUse} is expected: the two tokens were mixed up.`,
    ),
  ]
}

function issuerFindings({ iss }: Claims, { issuers }: ExpectedClaims): Finding[] {
  if (issuers.length === 0) return []
  if (issuers.some((issuer) => issuer === iss))
    return [finding('good', 'issuer-matches', `iss is this pool, ${shown(iss)}.`)]
  const near = issuers.find((issuer) => `${issuer}/` === iss)
  return [
    finding(
      'bad',
      'issuer-mismatch',
      near === undefined
        ? `iss is ${shown(iss)}; expected ${issuers.join(' or ')}. The token is another pool’s or region’s.`
        : 'iss ends in “/”, and the pool’s issuer does not. Issuers are compared letter by letter.',
    ),
  ]
}

function audienceFindings(
  { aud, client_id }: Claims,
  use: ReadToken['use'],
  { clientId }: ExpectedClaims,
): Finding[] {
  const found: Finding[] = []
  if (use === 'access' && aud === undefined)
    found.push(
      finding(
        'note',
        'no-audience',
        'An access token of Cognito has no aud: verifiers compare client_id instead.',
      ),
    )
  if (clientId === '' || use === 'unknown') return found
  const [name, value] = use === 'id' ? ['aud', aud] : ['client_id', client_id]
  const values: readonly unknown[] = Array.isArray(value) ? value : [value]
  found.push(
    values.includes(clientId)
      ? finding('good', 'audience-matches', `${name} is this app client.`)
      : finding(
          'bad',
          'audience-mismatch',
          `${name} is ${shown(value)}; expected the app client ${clientId}.`,
        ),
  )
  return found
}

function timeFindings(claims: Claims, { clockAheadMs = 0, now }: ExpectedClaims): Finding[] {
  const server = now + clockAheadMs
  const found: Finding[] = []
  const at = (name: string): number | undefined => {
    const value = claims[name]
    if (value === undefined) return undefined
    if (typeof value === 'number' && Number.isFinite(value)) return value
    found.push(
      finding('bad', `${name}-not-a-time`, `${name} is ${shown(value)}, not a number of seconds.`),
    )
    return undefined
  }
  const [exp, iat, authTime, nbf] = [at('exp'), at('iat'), at('auth_time'), at('nbf')]
  if (exp === undefined)
    found.push(finding('bad', 'expiry-missing', 'exp is missing: the token would never expire.'))
  else {
    const left = exp * 1000 - server
    found.push(
      left > 0
        ? finding('good', 'not-expired', `Valid for another ${shownLifetime(left)}.`)
        : finding('bad', 'expired', `Expired: ${timeText(exp, server)}.`),
    )
    if (left > 0 !== exp * 1000 > now)
      found.push(
        finding(
          'note',
          'clock-decides',
          `The clocks differ by ${shownLifetime(clockAheadMs)}: by this machine’s clock it is ${left > 0 ? 'expired' : 'valid'}, by the server’s it is not.`,
        ),
      )
  }
  for (const [name, value] of [
    ['iat', iat],
    ['auth_time', authTime],
    ['nbf', nbf],
  ] as const)
    if (value !== undefined && value * 1000 > server + tolerance * 1000)
      found.push(
        finding(
          'bad',
          `${name}-in-future`,
          `${name} is in the future (${timeText(value, server)}): a clock is wrong.`,
        ),
      )
  if (iat !== undefined && exp !== undefined && (exp - iat < 300 || exp - iat > 86_400))
    found.push(
      finding(
        'note',
        'lifetime-unusual',
        `Issued for ${shownLifetime((exp - iat) * 1000)}; Cognito allows 5 minutes to 24 hours.`,
      ),
    )
  if (iat !== undefined && authTime !== undefined && iat - authTime > tolerance)
    found.push(
      finding(
        'note',
        'refreshed',
        `Issued ${shownLifetime((iat - authTime) * 1000)} after the sign-in: by a refresh.`,
      ),
    )
  return found
}

const userAdmin = 'aws.cognito.signin.user.admin'

function scopeFindings({ scope }: Claims, use: ReadToken['use']): Finding[] {
  if (use !== 'access') return []
  const scopes = typeof scope === 'string' ? scope.split(' ') : []
  return [
    scopes.includes(userAdmin)
      ? finding('good', 'scope-user-admin', `scope has ${userAdmin}, so GetUser and the like work.`)
      : finding(
          'note',
          'scope-lacks-user-admin',
          `scope lacks ${userAdmin}: GetUser and every call with this token will say “Access Token does not have required scopes”.`,
        ),
  ]
}

function userFindings(claims: Claims): Finding[] {
  const found: Finding[] = []
  const { sub } = claims
  const username = claims['cognito:username'] ?? claims['username']
  if (sub === undefined)
    found.push(finding('bad', 'sub-missing', 'sub is missing: no user is named.'))
  else if (sub === username)
    found.push(
      finding(
        'note',
        'username-is-sub',
        'Username and sub are the same: the pool signs in by email or phone number. SRP and SECRET_HASH use this name, not the alias.',
      ),
    )
  if (claims['origin_jti'] === undefined)
    found.push(
      finding(
        'note',
        'not-revocable',
        'origin_jti is missing: token revocation is off in the app client (EnableTokenRevocation).',
      ),
    )
  return found
}

const shown = (value: unknown): string => (value === undefined ? 'missing' : JSON.stringify(value))
