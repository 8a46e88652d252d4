import { parse } from 'jsonc-parser'
import { nestsTooDeep } from '../json/nesting.ts'
import { decodeBase64Url, textOf } from './base64url.ts'
import { finding, type Finding } from './finding.ts'

/** A token as far as it can be read. */
export interface ReadToken {
  readonly use: 'id' | 'access' | 'refresh' | 'unknown'
  /** A sentence that says what it is. */
  readonly summary: string
  readonly header?: Readonly<Record<string, unknown>>
  readonly claims?: Readonly<Record<string, unknown>>
  /** Whether there is a signature to check; it is never given out. */
  readonly signature: 'present' | 'empty' | 'absent'
  readonly findings: readonly Finding[]
}

/**
 * The token in a text as people paste it: without `Bearer`, quotes, whitespace, or the URL around
 * it. Its contents are as secret as its input.
 */
export function compactToken(pasted: string): string {
  const inUrl = /[#?&](?:id_token|access_token|refresh_token|token)=([^&#\s]+)/.exec(pasted)?.[1]
  return (inUrl ?? pasted)
    .trim()
    .replace(/^authorization:\s*/i, '')
    .replace(/^["'`]+/, '')
    .replace(/^bearer\s+/i, '')
    .replace(/["'`,;]+$/, '')
    .replace(/\s+/g, '')
}

/** RSA signatures of 1,024 to 4,096 bits, in bytes. */
const signatureSizes = [128, 256, 384, 512]

/** Reads any text as a token. Never throws; what is wrong with it is among the findings. */
export function readToken(pasted: string): ReadToken {
  const compact = compactToken(pasted)
  if (compact === '') return nothing('empty', 'There is no token in it.')
  const parts = compact.split('.')
  const [first = '', second, third] = parts
  if (parts.length === 1)
    return nothing(
      'not-a-token',
      'No token: a token consists of base64url parts separated by full stops.',
    )
  const findings: Finding[] = []
  const header = readPart(first, 'header', findings)
  if (parts.length >= 4 || header?.['enc'] !== undefined)
    return encrypted(header, parts.length, findings)
  const claims = second === undefined ? undefined : readPart(second, 'claims', findings)
  if (third === undefined)
    findings.push(
      finding(
        'bad',
        'missing-parts',
        'The signature is missing: the token was truncated, or never signed.',
      ),
    )
  if (header) findings.push(...headerFindings(header))
  const signature = third === undefined ? 'absent' : third === '' ? 'empty' : 'present'
  if (third !== undefined) findings.push(...signatureFindings(third, header?.['alg']))
  const use = useOf(claims)
  return {
    use,
    summary: tokenSummary(use, claims),
    ...(header && { header }),
    ...(claims && { claims }),
    signature,
    findings,
  }
}

const nothing = (code: string, text: string): ReadToken => ({
  use: 'unknown',
  summary: text,
  signature: 'absent',
  findings: [finding('bad', code, text)],
})

function encrypted(header: ReadToken['header'], parts: number, findings: Finding[]): ReadToken {
  const cognito = header?.['alg'] === 'RSA-OAEP' && header['enc'] === 'A256GCM'
  if (parts !== 5)
    findings.push(
      finding(
        'bad',
        parts < 5 ? 'missing-parts' : 'too-many-parts',
        `An encrypted token has five parts, this one ${String(parts)}: ${parts < 5 ? 'it was truncated' : 'something was added'}.`,
      ),
    )
  if (cognito)
    findings.push(
      finding(
        'note',
        'refresh-token',
        'Only Cognito can open it. Treat it as opaque: send it unchanged, and check nothing in it.',
      ),
    )
  else
    findings.push(
      finding(
        'bad',
        header ? 'encrypted' : 'too-many-parts',
        header
          ? 'An encrypted token, but not with Cognito’s algorithms (RSA-OAEP, A256GCM).'
          : 'Neither a signed token (three parts) nor an encrypted one with a header.',
      ),
    )
  return {
    use: cognito ? 'refresh' : 'unknown',
    summary: cognito
      ? 'A refresh token: encrypted for Cognito itself, so nothing in it can be read.'
      : 'An encrypted token that is not one of Cognito’s.',
    ...(header && { header }),
    signature: 'absent',
    findings,
  }
}

function readPart(
  part: string,
  what: 'header' | 'claims',
  findings: Finding[],
): Readonly<Record<string, unknown>> | undefined {
  const { bytes, cut, standard, stranger } = decodeBase64Url(part)
  const bad = (code: string, text: string) => findings.push(finding('bad', `${what}-${code}`, text))
  const its = what === 'header' ? 'The header' : 'The part with the claims'
  if (stranger !== undefined)
    bad('not-base64url', `${its} holds ${JSON.stringify(stranger)}, which is not base64url.`)
  if (cut) bad('truncated', `${its} ends in the middle of a byte: something was cut off.`)
  if (standard)
    findings.push(
      finding(
        'note',
        `${what}-standard-base64`,
        `${its} is in standard base64 (+, / or =); tokens use base64url, and strict readers refuse this.`,
      ),
    )
  const text = textOf(bytes)
  if (nestsTooDeep(text)) {
    bad('nested', `${its} nests deeper than any token does, and is not read.`)
    return undefined
  }
  const value = readJson(text)
  if (value.whole === undefined)
    bad(
      'not-json',
      value.rest
        ? `${its} is not complete JSON: it was cut off or is damaged. What can be read is shown.`
        : `${its} is not JSON.`,
    )
  const read = value.whole ?? value.rest
  if (read !== undefined && !isObject(read))
    bad('not-an-object', `${its} is JSON, but not an object.`)
  return isObject(read) ? read : undefined
}

function readJson(text: string): { readonly whole?: unknown; readonly rest?: unknown } {
  try {
    return { whole: JSON.parse(text) as unknown }
  } catch {
    const rest: unknown = parse(text)
    return isObject(rest) && Object.keys(rest).length > 0 ? { rest } : {}
  }
}

function headerFindings(header: Readonly<Record<string, unknown>>): readonly Finding[] {
  const { alg, kid, ...others } = header
  const found: Finding[] = []
  if (String(alg).toLowerCase() === 'none')
    found.push(finding('bad', 'alg-none', 'alg is none: anyone can write such a token. Refuse it.'))
  else if (alg !== 'RS256')
    found.push(
      finding(
        'bad',
        'alg-unexpected',
        `alg is ${JSON.stringify(alg ?? null)}; Cognito signs with RS256.`,
      ),
    )
  if (typeof kid !== 'string')
    found.push(
      finding('bad', 'kid-missing', 'kid is missing: it says which of the pool’s keys signed.'),
    )
  const names = Object.keys(others)
  if (names.length > 0)
    found.push(
      finding(
        'note',
        'header-unexpected',
        `The header contains ${names.join(', ')}; Cognito’s contains only kid and alg.`,
      ),
    )
  return found
}

function signatureFindings(signature: string, alg: unknown): readonly Finding[] {
  if (signature === '')
    return [finding('bad', 'signature-empty', 'The third part is empty: the token is not signed.')]
  const { bytes, cut, stranger } = decodeBase64Url(signature)
  if (stranger !== undefined)
    return [
      finding(
        'bad',
        'signature-not-base64url',
        `The signature contains ${JSON.stringify(stranger)}, which is not base64url.`,
      ),
    ]
  if (cut || (alg === 'RS256' && !signatureSizes.includes(bytes.length)))
    return [
      finding(
        'bad',
        'signature-truncated',
        `The signature has ${String(bytes.length)} bytes, which no RSA key produces: it was truncated.`,
      ),
    ]
  return []
}

function useOf(claims: ReadToken['claims']): ReadToken['use'] {
  const use = claims?.['token_use']
  return use === 'id' || use === 'access' ? use : 'unknown'
}

/** What a signed token is, in a sentence that names its user. */
export function tokenSummary(use: ReadToken['use'], claims: ReadToken['claims']): string {
  const named = claims?.['cognito:username'] ?? claims?.['username'] ?? claims?.['sub']
  const of = typeof named === 'string' ? ` for ${named}` : ''
  switch (use) {
    case 'id':
      return `An ID token${of}: tells the application who signed in.`
    case 'access':
      return `An access token${of}: tells APIs what its bearer may do.`
    case 'refresh':
    case 'unknown':
      return claims ? `A signed token${of} that does not say token_use.` : 'Not a readable token.'
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
