import type { CheckedToken, TokenReport } from '#contract/routes/tokens.ts'
import { reveal, type Secret } from '#engine/secret/secret.ts'
import { checkClaims } from '#engine/tokens/check-claims.ts'
import { issuersOf } from '#engine/tokens/issuers.ts'
import { readToken, type ReadToken } from '#engine/tokens/read-token.ts'
import { signatureFinding } from '#engine/tokens/signature-finding.ts'
import { verifierVerdicts } from '#engine/tokens/verifiers.ts'
import { openSignatureCheck, type FetchPublic, type VerifySignature } from './verify-signature.ts'

/** The pool and app client that a token should be of. */
export interface ExpectedPool {
  /** Any of these; empty when it is not known. */
  readonly issuers: readonly string[]
  /** Empty when it is not known. */
  readonly clientId: string
  /** Where the keys are; absent: at the issuer that the token names, if it is one of these. */
  readonly jwksUri?: string
}

/** A token to look at. */
export interface TokenToCheck {
  readonly token: Secret
  /** What it was given out as. */
  readonly expectedUse?: 'id' | 'access' | undefined
}

/** What the checks take from outside. */
export interface TokenCheckPorts {
  readonly fetchPublic: FetchPublic
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** What tokens of a pool should say; `endpoint` is empty for AWS's own. */
export const expectedPool = (
  userPoolId: string,
  clientId: string,
  endpoint: string,
): ExpectedPool => {
  const issuers = issuersOf(userPoolId)
  if (endpoint === '') return { issuers, clientId }
  const own = `${endpoint.replace(/\/+$/, '')}/${userPoolId}`
  // Emulators may write AWS's issuer into their tokens; their keys are at the endpoint all the same.
  return { issuers: [own, ...issuers], clientId, jwksUri: `${own}/.well-known/jwks.json` }
}

/**
 * Reads tokens and checks them against a pool: signature by the pool's keys, issuer, app client,
 * use and times. Never throws for what a token contains or a server does.
 * @param clockAheadMs milliseconds that the server's clock is ahead of ours, where it is known
 */
export async function reportTokens(
  tokens: readonly TokenToCheck[],
  pool: ExpectedPool,
  { fetchPublic, now }: TokenCheckPorts,
  clockAheadMs = 0,
): Promise<TokenReport[]> {
  const verify = await openSignatureCheck(fetchPublic)
  return Promise.all(
    tokens.map(async ({ expectedUse, token }): Promise<TokenReport> => {
      const read = readToken(reveal(token))
      const { claims, findings, header, summary, use } = read
      return {
        use,
        summary,
        ...(header && { header: { ...header } }),
        ...(claims && { claims: { ...claims } }),
        findings: [
          ...findings,
          ...(await signature(token, read, pool, verify)),
          ...checkClaims(read, {
            ...pool,
            now: now(),
            clockAheadMs,
            ...(expectedUse && { expectedUse }),
          }),
        ],
      }
    }),
  )
}

/** How verifiers that are configured for a pool judge a token that was read. */
export const verdictsOf = (
  report: TokenReport,
  pool: ExpectedPool,
  now: number,
): CheckedToken['verifiers'] =>
  verifierVerdicts(report, { ...pool, now }).map(({ refusals, ...verdict }) => ({
    ...verdict,
    refusals: [...refusals],
  }))

async function signature(
  token: Secret,
  { claims, signature: state }: ReadToken,
  { issuers, jwksUri }: ExpectedPool,
  verify: VerifySignature,
): Promise<TokenReport['findings']> {
  // Reading has said already what is wrong with a missing one.
  if (state !== 'present' || !claims) return []
  // Keys are fetched from the expected pool alone: a token must not choose where we go.
  const issuer = issuers.find((each) => each === claims['iss']) ?? issuers[0]
  const uri = jwksUri ?? (issuer && `${issuer}/.well-known/jwks.json`)
  return [
    uri === undefined
      ? signatureFinding('not checked', 'no user pool or issuer to take the keys from')
      : await verify(token, uri),
  ]
}
