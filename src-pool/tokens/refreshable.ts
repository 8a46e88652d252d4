import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import type { Grant } from '../state/grants.ts'
import type { User } from '../state/pool.ts'
import type { ClientCall } from '../state/practice-state.ts'

/**
 * The sign-in that a refresh token is of.
 * @throws Refusal when there is none in this pool, or it is of another client
 */
export function grantOf({ state, pool, client }: ClientCall, refreshToken: string): Grant {
  const grant = state.grants.byRefreshToken(refreshToken)
  if (grant?.poolId !== pool.id) return refuse(refusals.refreshTokenInvalid)
  return grant.clientId === client.id ? grant : refuse(refusals.refreshTokenOfOtherClient)
}

/**
 * The owner of a sign-in that can go on, which counts as active from now. Where the pool tracks
 * devices, it is refreshed from its own confirmed device alone.
 * @throws Refusal when its user is gone or disabled, it was revoked, or it is over
 */
export function refreshingUser(
  { state, pool, client }: ClientCall,
  grant: Grant,
  deviceKey: string | undefined,
): User {
  const user = pool.users.find(({ username }) => username === grant.username)
  if (!user)
    return refuse(
      client.preventUserExistenceErrors === 'ENABLED'
        ? refusals.refreshTokenInvalid
        : refusals.userUnknown,
    )
  if (!user.enabled) refuse(refusals.userDisabled)
  if (grant.revoked) refuse(refusals.refreshTokenRevoked)
  if (state.ports.now() >= grant.signedInAt + client.refreshTokenValidity * 1000)
    refuse(refusals.refreshTokenExpired)
  const device = user.devices.find(({ key }) => key === grant.deviceKey)
  if (pool.settings.deviceConfiguration && (!device?.verifier || deviceKey !== device.key))
    refuse(refusals.refreshTokenInvalid)
  grant.lastActiveAt = state.ports.now()
  return user
}
