import { refusals } from '../refusals/catalogue.ts'
import { admit, lookUp } from '../sign-in/admission.ts'
import { beforeAuthentication } from '../sign-in/before-authentication.ts'
import { passwordVerifierStep } from '../sign-in/srp-step.ts'
import type { Flow } from './flow.ts'

/** USER_SRP_AUTH: the password is proved, not sent. */
export const userSrpAuth: Flow = {
  flag: 'ALLOW_USER_SRP_AUTH',
  notEnabled: refusals.srpFlowOff,
  requires: ['USERNAME', 'SRP_A'],
  begin(place, { USERNAME = '', SRP_A = '' }) {
    const user = lookUp(place, USERNAME)
    if (user) admit(place, user)
    beforeAuthentication(place, USERNAME, user)
    return passwordVerifierStep(place, USERNAME, user, SRP_A)
  },
}
