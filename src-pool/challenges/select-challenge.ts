import { provePasskey } from '../passkeys/assertion.ts'
import { beginWith, firstFactorsOf } from './first-factors.ts'
import { nobody } from '../sign-in/send-code.ts'
import type { ChallengeStep } from '../sign-in/step.ts'
import type { User } from '../state/pool.ts'
import type { ClientCall } from '../state/practice-state.ts'
import type { SessionChallenge } from './challenge.ts'

/** SELECT_CHALLENGE: USER_AUTH asks with which factor to begin. */
export const selectChallenge: SessionChallenge = {
  name: 'SELECT_CHALLENGE',
  requires: ['ANSWER'],
  prepare: provePasskey,
  prompt: (clientCall, user) => promptToSelect(clientCall, user.username, user),
  answer: (clientCall, user, { ANSWER = '', ...own }) =>
    beginWith(clientCall, user.username, user, ANSWER, own),
  answerOfNobody: (clientCall, typed, { ANSWER = '', ...own }) =>
    beginWith(clientCall, typed, undefined, ANSWER, own),
}

/** SELECT_CHALLENGE for a user, or for a name that nobody has. */
export const promptToSelect = (
  clientCall: ClientCall,
  typed: string,
  user: User | undefined,
): ChallengeStep => ({
  next: 'challenge',
  challenge: 'SELECT_CHALLENGE',
  parameters: {},
  available: firstFactorsOf(clientCall.pool, user),
  session: clientCall.state.sessions.issue(clientCall, user ?? nobody(typed), 'SELECT_CHALLENGE')
    .text,
})
