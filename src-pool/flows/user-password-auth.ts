import { passwordGiven } from '../challenges/password.ts'
import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import { admit, lookUp } from '../sign-in/admission.ts'
import { beforeAuthentication } from '../sign-in/before-authentication.ts'
import { migratedUser } from '../sign-in/migrated-user.ts'
import type { Flow } from './flow.ts'

/** USER_PASSWORD_AUTH: the password itself goes over the wire. */
export const userPasswordAuth: Flow = {
  flag: 'ALLOW_USER_PASSWORD_AUTH',
  notEnabled: refusals.passwordFlowOff,
  requires: ['USERNAME', 'PASSWORD'],
  begin(place, { USERNAME = '', PASSWORD = '' }) {
    const migrated = migratedUser(place, USERNAME, PASSWORD)
    if (migrated) return { passed: 'password', user: migrated, factor: 'pwd' }
    const user = lookUp(place, USERNAME)
    if (user) admit(place, user)
    beforeAuthentication(place, USERNAME, user)
    return passwordGiven(place, user ?? refuse(refusals.wrongPassword), PASSWORD)
  },
}
