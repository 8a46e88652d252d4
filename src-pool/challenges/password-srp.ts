import { admit } from '../sign-in/admission.ts'
import { passwordVerifierStep } from '../sign-in/srp-step.ts'
import type { SessionChallenge } from './challenge.ts'

/** PASSWORD_SRP: USER_AUTH goes on with SRP_A, and PASSWORD_VERIFIER follows. */
export const passwordSrp: SessionChallenge = {
  name: 'PASSWORD_SRP',
  requires: ['SRP_A'],
  ask: (place, user) => ({
    next: 'challenge',
    challenge: 'PASSWORD_SRP',
    parameters: {},
    session: place.state.sessions.issue(place, user, 'PASSWORD_SRP').text,
  }),
  answer(place, user, { SRP_A = '' }) {
    admit(place, user)
    return passwordVerifierStep(place, user.username, user, SRP_A)
  },
  answerOfNobody: (place, typed, { SRP_A = '' }) =>
    passwordVerifierStep(place, typed, undefined, SRP_A),
}
