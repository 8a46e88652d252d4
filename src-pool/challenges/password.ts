import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import { assertMaySignIn, checkPassword } from '../sign-in/admission.ts'
import { isSameText } from '../credentials/same-text.ts'
import type { Outcome } from '../sign-in/step.ts'
import type { User } from '../state/pool.ts'
import type { ClientCall } from '../state/practice-state.ts'
import type { SessionChallenge } from './challenge.ts'

/** PASSWORD: USER_AUTH goes on with the password itself. */
export const password: SessionChallenge = {
  name: 'PASSWORD',
  requires: ['PASSWORD'],
  prompt: (clientCall, user) => ({
    next: 'challenge',
    challenge: 'PASSWORD',
    parameters: {},
    session: clientCall.state.sessions.issue(clientCall, user, 'PASSWORD').text,
  }),
  answer: (clientCall, user, { PASSWORD = '' }) => checkPasswordAnswer(clientCall, user, PASSWORD),
  answerOfNobody: () => refuse(refusals.wrongPassword),
}

/** Judges a password that was sent as it is. */
export function checkPasswordAnswer(clientCall: ClientCall, user: User, inputs: string): Outcome {
  assertMaySignIn(clientCall, user)
  checkPassword(clientCall, user, isSameText(inputs, user.password))
  return { passed: 'password', user, factor: 'pwd' }
}
