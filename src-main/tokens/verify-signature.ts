import { reveal, type Secret } from '#engine/secret/secret.ts'
import type { Finding } from '#engine/tokens/finding.ts'
import { compactToken } from '#engine/tokens/read-token.ts'
import { signatureFinding } from '#engine/tokens/signature-finding.ts'

/** Fetches a public document; `fetchPublic`, or a fake in tests. */
export type FetchPublic = (url: string) => Promise<Uint8Array>

/** Checks the signature of a token, and nothing else of it. */
export type VerifySignature = (token: Secret, jwksUri: string) => Promise<Finding>

/**
 * Opens a check of signatures by `aws-jwt-verify`. Keys are fetched once for each, so that several
 * tokens share them and a later check sees keys that were rotated.
 */
export async function openSignatureCheck(fetchPublic: FetchPublic): Promise<VerifySignature> {
  const [{ JwtVerifier }, { SimpleJwksCache }, errors] = await Promise.all([
    import('aws-jwt-verify'),
    import('aws-jwt-verify/jwk'),
    import('aws-jwt-verify/error'),
  ])
  const keys = new Map<string, Promise<ArrayBuffer>>()
  const fetchKeys = (url: string): Promise<ArrayBuffer> => {
    const fetched = keys.get(url) ?? fetchPublic(url).then((bytes) => Uint8Array.from(bytes).buffer)
    keys.set(url, fetched)
    return fetched
  }

  return async (token, jwksUri) => {
    // One for each token: the library makes callers wait who ask for a key that is not there.
    const verifier = JwtVerifier.create(
      { issuer: null, audience: null, jwksUri },
      { jwksCache: new SimpleJwksCache({ fetcher: { fetch: fetchKeys } }) },
    )
    try {
      await verifier.verify(compactToken(reveal(token)))
      return signatureFinding('valid')
    } catch (error) {
      // Claims are looked at after the signature, and have findings of their own.
      if (error instanceof errors.JwtInvalidClaimError) return signatureFinding('valid')
      if (error instanceof errors.JwtInvalidSignatureError) return signatureFinding('invalid')
      if (
        error instanceof errors.KidNotFoundInJwksError ||
        error instanceof errors.JwtWithoutValidKidError
      )
        return signatureFinding('unknown key')
      const detail = error instanceof Error ? error.message : undefined
      return error instanceof errors.JwtParseError ||
        error instanceof errors.JwtInvalidSignatureAlgorithmError
        ? signatureFinding('not checked', detail)
        : signatureFinding('keys unreachable', detail)
    }
  }
}
