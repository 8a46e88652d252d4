import type { ReadToken } from './read-token.ts'

/** Why a verifier refuses a token. */
export interface VerifierRefusal {
  /** As the verifier calls it, as in `JWTClaimValidationFailed`. */
  readonly error: string
  /** The claim or header member that it is about. */
  readonly claim: string
  readonly actual: string
  readonly expected: string
}

/** How one verifier judges a token, except for its signature. */
export interface VerifierVerdict {
  /** Name and version whose behaviour this is. */
  readonly verifier: string
  readonly setUp: string
  /** Empty where it takes the token. */
  readonly refusals: readonly VerifierRefusal[]
}

/** What the verifiers are set up with. */
export interface VerifierSetUp {
  /** The first is the one that a pool ID leads to. */
  readonly issuers: readonly string[]
  readonly clientId: string
  /** Milliseconds since 1970. */
  readonly now: number
}

type Claims = Readonly<Record<string, unknown>>

/** What is read of a token to verify it. */
interface VerifiedToken extends Pick<ReadToken, 'use'> {
  readonly header?: Claims | undefined
  readonly claims?: Claims | undefined
}

interface Checked extends VerifierSetUp {
  readonly claims: Claims
  readonly header: Claims
  readonly use: ReadToken['use']
}
type Check = (token: Checked) => readonly VerifierRefusal[]

const refusal = (
  error: string,
  claim: string,
  actual: unknown,
  expected: string,
): VerifierRefusal => ({
  error,
  claim,
  actual:
    actual === undefined ? 'absent' : typeof actual === 'string' ? actual : JSON.stringify(actual),
  expected,
})

const algorithm =
  (error: string): Check =>
  ({ header }) =>
    header['alg'] === 'RS256' ? [] : [refusal(error, 'alg', header['alg'], 'RS256')]

const expiry =
  (error: string, toleranceS = 0): Check =>
  ({ claims: { exp }, now }) =>
    typeof exp !== 'number' || (exp + toleranceS) * 1000 > now
      ? []
      : [refusal(error, 'exp', timeOf(exp), `after ${timeOf(now / 1000)}`)]

const issuer =
  (error: string): Check =>
  ({ claims: { iss }, issuers: [own] }) =>
    own === undefined || iss === own ? [] : [refusal(error, 'iss', iss, own)]

/** What a library checks that was written for any issuer: `aud`, which access tokens lack. */
const audience =
  (missing: string, wrong: string): Check =>
  ({ claims: { aud }, clientId }) => {
    const values: readonly unknown[] = Array.isArray(aud) ? aud : [aud]
    if (clientId === '' || values.includes(clientId)) return []
    return [refusal(aud === undefined ? missing : wrong, 'aud', aud, clientId)]
  }

const notBefore =
  (error: string, claim: 'iat' | 'nbf'): Check =>
  ({ claims, now }) => {
    const at = claims[claim]
    return typeof at !== 'number' || at * 1000 <= now
      ? []
      : [refusal(error, claim, timeOf(at), `not after ${timeOf(now / 1000)}`)]
  }

const ofAwsJwtVerify: readonly Check[] = [
  algorithm('JwtInvalidSignatureAlgorithmError'),
  ({ claims: { iss }, issuers: [own] }) => {
    if (typeof iss === 'string' && /amazonaws\.(com\.cn|eu)\//.test(iss))
      return [
        refusal('ParameterValidationError', 'iss', iss, 'an issuer of the commercial regions'),
      ]
    return own === undefined || iss === own
      ? []
      : [refusal('ParameterValidationError: issuer not configured', 'iss', iss, own)]
  },
  ({ claims, clientId, use }) => {
    const claim = use === 'access' ? 'client_id' : 'aud'
    return clientId === '' || claims[claim] === clientId
      ? []
      : [
          refusal(
            use === 'access' ? 'CognitoJwtInvalidClientIdError' : 'JwtInvalidAudienceError',
            claim,
            claims[claim],
            clientId,
          ),
        ]
  },
  ({ claims: { token_use } }) =>
    token_use === 'id' || token_use === 'access'
      ? []
      : [refusal('CognitoJwtInvalidTokenUseError', 'token_use', token_use, 'id or access')],
  expiry('JwtExpiredError'),
  notBefore('JwtNotBeforeError', 'nbf'),
]

const ofJose: readonly Check[] = [
  algorithm('JOSEAlgNotAllowed'),
  issuer('JWTClaimValidationFailed: unexpected "iss" claim value'),
  audience(
    'JWTClaimValidationFailed: missing required "aud" claim',
    'JWTClaimValidationFailed: unexpected "aud" claim value',
  ),
  expiry('JWTExpired'),
  notBefore('JWTClaimValidationFailed: "nbf" claim timestamp check failed', 'nbf'),
]

const ofPyJwt: readonly Check[] = [
  algorithm('InvalidAlgorithmError'),
  // It takes no iat ahead of its clock, where the others do.
  notBefore('ImmatureSignatureError: The token is not yet valid (iat)', 'iat'),
  notBefore('ImmatureSignatureError: The token is not yet valid (nbf)', 'nbf'),
  expiry('ExpiredSignatureError'),
  issuer('InvalidIssuerError'),
  audience('MissingRequiredClaimError: Token is missing the "aud" claim', 'InvalidAudienceError'),
]

const verifiers: readonly (Omit<VerifierVerdict, 'refusals'> & {
  readonly checks: readonly Check[]
})[] = [
  {
    verifier: 'aws-jwt-verify 5.2',
    setUp: 'CognitoJwtVerifier with userPoolId, clientId and the token’s own tokenUse',
    checks: ofAwsJwtVerify,
  },
  { verifier: 'jose 6', setUp: 'jwtVerify with issuer and audience', checks: ofJose },
  { verifier: 'PyJWT 2.6', setUp: 'decode with issuer and audience', checks: ofPyJwt },
]

/** Which verifiers refuse a token, and why, as they are usually set up. */
export function verifierVerdicts(
  { claims, header, use }: VerifiedToken,
  setUp: VerifierSetUp,
): readonly VerifierVerdict[] {
  if (!claims || !header) return []
  const token = { ...setUp, claims, header, use }
  return verifiers.map(({ checks, setUp: how, verifier }) => ({
    verifier,
    setUp: how,
    refusals: checks.flatMap((check) => check(token)),
  }))
}

const timeOf = (seconds: number): string =>
  Number.isFinite(seconds) && Math.abs(seconds) < 8.64e12
    ? new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')
    : String(seconds)
