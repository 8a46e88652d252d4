import { issuerOf } from '../state/practice-state.ts'
import type { ClientCall } from '../state/practice-state.ts'
import { uuidOf } from '../state/uuid.ts'
import { signed } from './sign.ts'

/**
 * Signs an access token of a client: `sub` is the client ID, and there is no user. Source: developer
 * guide, "Scopes, M2M, and resource servers".
 */
export async function signedClientToken(
  { state, pool, client }: ClientCall,
  scopes: readonly string[],
): Promise<string> {
  const now = Math.floor(state.ports.now() / 1000)
  const claims = {
    sub: client.id,
    token_use: 'access',
    scope: scopes.join(' '),
    auth_time: now,
    iss: issuerOf(state, pool),
    exp: now + client.accessTokenValidity,
    iat: now,
    version: 2,
    jti: uuidOf(state.ports.randomBytes(16)),
    client_id: client.id,
  }
  return signed(claims, await pool.keys.access())
}
