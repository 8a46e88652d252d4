import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import { checkSecretHash } from '../sign-in/check-secret-hash.ts'
import type { Flow } from './flow.ts'

/** REFRESH_TOKEN_AUTH, and REFRESH_TOKEN, which means the same. */
export const refreshTokenAuth: Flow = {
  flag: 'ALLOW_REFRESH_TOKEN_AUTH',
  notEnabled: refusals.refreshFlowOff,
  requires: ['REFRESH_TOKEN'],
  begin({ state, pool, client }, { REFRESH_TOKEN = '', SECRET_HASH }) {
    const grant = state.grants.byRefreshToken(REFRESH_TOKEN)
    if (grant?.clientId !== client.id) return refuse(refusals.refreshTokenInvalid)
    // The request names no user: the hash is over the real user name of the token's owner.
    const otherwise = refusals.secretHashOfRefreshWrong(client.id)
    checkSecretHash(client, grant.username, SECRET_HASH, otherwise)
    if (grant.revoked) refuse(refusals.refreshTokenRevoked)
    if (state.ports.now() >= grant.signedInAt + client.refreshTokenValidity * 1000)
      refuse(refusals.refreshTokenExpired)
    const user =
      pool.users.find(({ username }) => username === grant.username) ??
      refuse(refusals.refreshTokenInvalid)
    if (!user.enabled) refuse(refusals.userDisabled)
    return { next: 'tokens', user, grant, withRefreshToken: false }
  },
}
