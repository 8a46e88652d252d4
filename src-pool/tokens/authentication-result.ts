import type { Grant } from '../state/grants.ts'
import type { User } from '../state/pool.ts'
import type { ClientCall } from '../state/practice-state.ts'
import { uuidOf } from '../state/uuid.ts'
import type { TokenOverrides } from '../triggers/pre-token-generation.ts'
import { accessClaims, idClaims } from './claims.ts'
import { signed } from './sign.ts'

/** The member of that name in an answer of InitiateAuth and RespondToAuthChallenge. */
export interface AuthenticationResult {
  readonly AccessToken: string
  /** Seconds for which the access token is valid. */
  readonly ExpiresIn: number
  readonly IdToken: string
  /** There only for a device that the pool does not track yet. */
  readonly NewDeviceMetadata?: { readonly DeviceGroupKey: string; readonly DeviceKey: string }
  /** Absent from a refresh. */
  readonly RefreshToken?: string
  readonly TokenType: 'Bearer'
}

interface Issued {
  readonly user: User
  readonly grant: Grant
  readonly overrides: TokenOverrides | undefined
  readonly withRefreshToken: boolean
}

/** Signs fresh ID and access tokens of a sign-in. */
export async function authenticationResult(
  clientCall: ClientCall,
  { user, grant, overrides, withRefreshToken }: Issued,
): Promise<AuthenticationResult> {
  const { state, pool, client } = clientCall
  const jti = () => uuidOf(state.ports.randomBytes(16))
  // Claims first: whatever the clock and the user are now is what the tokens say.
  const access = accessClaims({ clientCall, user, grant, overrides, jti: jti() })
  const id = idClaims({ clientCall, user, grant, overrides, jti: jti() })
  const [accessKey, idKey] = await Promise.all([pool.keys.access(), pool.keys.id()])
  const [AccessToken, IdToken] = await Promise.all([signed(access, accessKey), signed(id, idKey)])
  return {
    AccessToken,
    ExpiresIn: client.accessTokenValidity,
    IdToken,
    ...(withRefreshToken ? { RefreshToken: grant.refreshToken } : {}),
    TokenType: 'Bearer',
  }
}
