import { assertMaySignIn } from '../sign-in/admission.ts'
import { passwordVerifierStep } from '../sign-in/srp-step.ts'
import type { SessionChallenge } from './challenge.ts'

/** PASSWORD_SRP: USER_AUTH goes on with SRP_A, and PASSWORD_VERIFIER follows. */
export const passwordSrp: SessionChallenge = {
  name: 'PASSWORD_SRP',
  requires: ['SRP_A'],
  prompt: (clientCall, user) => ({
    next: 'challenge',
    challenge: 'PASSWORD_SRP',
    parameters: {},
    session: clientCall.state.sessions.issue(clientCall, user, 'PASSWORD_SRP').text,
  }),
  answer(clientCall, user, { SRP_A = '' }) {
    assertMaySignIn(clientCall, user)
    return passwordVerifierStep(clientCall, user.username, user, SRP_A)
  },
  answerOfNobody: (clientCall, typed, { SRP_A = '' }) =>
    passwordVerifierStep(clientCall, typed, undefined, SRP_A),
}
