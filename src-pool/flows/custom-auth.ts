import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import { assertMaySignIn, findVisibleUser } from '../sign-in/admission.ts'
import { beforeAuthentication } from '../sign-in/before-authentication.ts'
import { nextRound, requireCustomAuth } from '../sign-in/custom-round.ts'
import type { Flow } from './flow.ts'

/** CUSTOM_AUTH: the pool's triggers say what is asked, the password perhaps before it. */
export const customAuth: Flow = {
  flag: 'ALLOW_CUSTOM_AUTH',
  notEnabled: refusals.customFlowOff,
  requires: ['USERNAME'],
  begin(clientCall, { CHALLENGE_NAME, SRP_A, USERNAME = '' }) {
    requireCustomAuth(clientCall)
    const user = findVisibleUser(clientCall, USERNAME)
    if (user) assertMaySignIn(clientCall, user)
    if (user?.status === 'UNCONFIRMED') refuse(refusals.userUnconfirmed)
    if (user?.status === 'RESET_REQUIRED') refuse(refusals.resetRequired)
    beforeAuthentication(clientCall, USERNAME, user)
    const bySrp = CHALLENGE_NAME === 'SRP_A'
    if (bySrp && SRP_A === undefined) refuse(refusals.parameterMissing('SRP_A'))
    const rounds = bySrp ? [{ challengeName: 'SRP_A', challengeResult: true } as const] : []
    const begun = { ...clientCall, passedFactors: { ...clientCall.passedFactors, rounds } }
    return nextRound(begun, USERNAME, user, SRP_A)
  },
}
