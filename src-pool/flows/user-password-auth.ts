import { checkPasswordAnswer } from '../challenges/password.ts'
import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import { assertMaySignIn, findVisibleUser } from '../sign-in/admission.ts'
import { beforeAuthentication } from '../sign-in/before-authentication.ts'
import { migratedUser } from '../sign-in/migrated-user.ts'
import type { Flow } from './flow.ts'

/** USER_PASSWORD_AUTH: the password itself goes over the wire. */
export const userPasswordAuth: Flow = {
  flag: 'ALLOW_USER_PASSWORD_AUTH',
  notEnabled: refusals.passwordFlowOff,
  requires: ['USERNAME', 'PASSWORD'],
  begin(clientCall, { USERNAME = '', PASSWORD = '' }) {
    const migrated = migratedUser(clientCall, USERNAME, PASSWORD)
    if (migrated) return { passed: 'password', user: migrated, factor: 'pwd' }
    const user = findVisibleUser(clientCall, USERNAME)
    if (user) assertMaySignIn(clientCall, user)
    beforeAuthentication(clientCall, USERNAME, user)
    return checkPasswordAnswer(clientCall, user ?? refuse(refusals.wrongPassword), PASSWORD)
  },
}
