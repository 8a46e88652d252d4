import { refusals } from '../refusals/catalogue.ts'
import { assertMaySignIn, findVisibleUser } from '../sign-in/admission.ts'
import { beforeAuthentication } from '../sign-in/before-authentication.ts'
import { passwordVerifierStep } from '../sign-in/srp-step.ts'
import type { Flow } from './flow.ts'

/** USER_SRP_AUTH: the password is proved, not sent. */
export const userSrpAuth: Flow = {
  flag: 'ALLOW_USER_SRP_AUTH',
  notEnabled: refusals.srpFlowOff,
  requires: ['USERNAME', 'SRP_A'],
  begin(clientCall, { USERNAME = '', SRP_A = '' }) {
    const user = findVisibleUser(clientCall, USERNAME)
    if (user) assertMaySignIn(clientCall, user)
    beforeAuthentication(clientCall, USERNAME, user)
    return passwordVerifierStep(clientCall, USERNAME, user, SRP_A)
  },
}
