import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import { admit, judgePassword, lookUp } from '../sign-in/admission.ts'
import { isSameText } from '../sign-in/same-text.ts'
import type { Flow } from './flow.ts'

/** USER_PASSWORD_AUTH: the password itself goes over the wire. */
export const userPasswordAuth: Flow = {
  flag: 'ALLOW_USER_PASSWORD_AUTH',
  notEnabled: refusals.passwordFlowOff,
  requires: ['USERNAME', 'PASSWORD'],
  begin(place, { USERNAME = '', PASSWORD = '' }) {
    const user = lookUp(place, USERNAME) ?? refuse(refusals.wrongPassword)
    admit(place, user)
    judgePassword(place, user, isSameText(PASSWORD, user.password))
    return { passed: 'password', user }
  },
}
