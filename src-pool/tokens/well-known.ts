import { addressOf, issuerOf, type PracticeState } from '../state/practice-state.ts'
import { jwks } from '../state/signing-keys.ts'

/** The public documents of a pool: `/<poolId>/.well-known/jwks.json` and `openid-configuration`. */
export async function wellKnownDocument(
  state: PracticeState,
  path: string,
): Promise<object | undefined> {
  const [, poolId, document] = /^\/([^/]+)\/\.well-known\/([^/]+)$/.exec(path) ?? []
  const pool = state.pools.find(({ id }) => id === poolId)
  if (!pool) return undefined
  const issuer = issuerOf(state, pool)
  switch (document) {
    case 'jwks.json':
      return jwks(pool.keys)
    case 'openid-configuration':
      return {
        id_token_signing_alg_values_supported: ['RS256'],
        issuer,
        // Where the keys really are, also when the issuer looks like AWS.
        jwks_uri: `${addressOf(state, pool)}/${pool.id}/.well-known/jwks.json`,
        response_types_supported: ['code', 'token'],
        scopes_supported: ['openid', 'email', 'phone', 'profile'],
        subject_types_supported: ['public'],
        token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
      }
    default:
      return undefined
  }
}
