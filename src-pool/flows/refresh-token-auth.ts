import { refusals } from '../refusals/catalogue.ts'
import { checkSecretHash } from '../credentials/check-secret-hash.ts'
import { refreshedTokens } from '../sign-in/tokens-step.ts'
import { grantOf, refreshingUser } from '../tokens/refreshable.ts'
import type { Flow } from './flow.ts'

/** REFRESH_TOKEN_AUTH, and REFRESH_TOKEN, which means the same. */
export const refreshTokenAuth: Flow = {
  flag: 'ALLOW_REFRESH_TOKEN_AUTH',
  notEnabled: refusals.refreshFlowOff,
  requires: ['REFRESH_TOKEN'],
  begin(clientCall, { REFRESH_TOKEN = '', SECRET_HASH, DEVICE_KEY }) {
    const grant = grantOf(clientCall, REFRESH_TOKEN)
    // The request names no user: the hash is over the real username of the token's owner.
    const otherwise = refusals.secretHashOfRefreshWrong(clientCall.client.id)
    checkSecretHash(clientCall.client, grant.username, SECRET_HASH, otherwise)
    const user = refreshingUser(clientCall, grant, DEVICE_KEY)
    return refreshedTokens(clientCall, user, grant)
  },
}
