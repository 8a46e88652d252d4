import { associateSoftwareToken } from './associate-software-token.ts'
import { getUser } from './get-user.ts'
import { globalSignOut } from './global-sign-out.ts'
import { initiateAuth } from './initiate-auth.ts'
import type { Operation } from './operation.ts'
import { respondToAuthChallenge } from './respond-to-auth-challenge.ts'
import { revokeToken } from './revoke-token.ts'
import { setUserMfaPreference } from './set-user-mfa-preference.ts'
import { verifySoftwareToken } from './verify-software-token.ts'

/** Every operation of the practice pool; any other name is unknown to it. */
export const operations: readonly Operation[] = [
  initiateAuth,
  respondToAuthChallenge,
  getUser,
  associateSoftwareToken,
  verifySoftwareToken,
  setUserMfaPreference,
  revokeToken,
  globalSignOut,
]
