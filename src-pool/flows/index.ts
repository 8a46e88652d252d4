import { customAuth } from './custom-auth.ts'
import type { Flow } from './flow.ts'
import { refreshTokenAuth } from './refresh-token-auth.ts'
import { userAuth } from './user-auth.ts'
import { userPasswordAuth } from './user-password-auth.ts'
import { userSrpAuth } from './user-srp-auth.ts'

/**
 * Every AuthFlow of the service model, in its order; null for those that only AdminInitiateAuth
 * takes.
 */
export const flows: Readonly<Record<string, Flow | null>> = {
  USER_SRP_AUTH: userSrpAuth,
  REFRESH_TOKEN_AUTH: refreshTokenAuth,
  REFRESH_TOKEN: refreshTokenAuth,
  CUSTOM_AUTH: customAuth,
  ADMIN_NO_SRP_AUTH: null,
  USER_PASSWORD_AUTH: userPasswordAuth,
  ADMIN_USER_PASSWORD_AUTH: null,
  USER_AUTH: userAuth,
}
