import { provePasskey } from '../passkeys/assertion.ts'
import { beginWith, firstFactorsOf } from '../sign-in/first-factors.ts'
import { nobody } from '../sign-in/send-code.ts'
import type { ChallengeStep } from '../sign-in/step.ts'
import type { User } from '../state/pool.ts'
import type { Place } from '../state/practice-state.ts'
import type { SessionChallenge } from './challenge.ts'

/** SELECT_CHALLENGE: USER_AUTH asks with which factor to begin. */
export const selectChallenge: SessionChallenge = {
  name: 'SELECT_CHALLENGE',
  requires: ['ANSWER'],
  prepare: provePasskey,
  ask: (place, user) => askToSelect(place, user.username, user),
  answer: (place, user, { ANSWER = '', ...own }) =>
    beginWith(place, user.username, user, ANSWER, own),
  answerOfNobody: (place, typed, { ANSWER = '', ...own }) =>
    beginWith(place, typed, undefined, ANSWER, own),
}

/** SELECT_CHALLENGE for a user, or for a name that nobody has. */
export const askToSelect = (
  place: Place,
  typed: string,
  user: User | undefined,
): ChallengeStep => ({
  next: 'challenge',
  challenge: 'SELECT_CHALLENGE',
  parameters: {},
  available: firstFactorsOf(place, user),
  session: place.state.sessions.issue(place, user ?? nobody(typed), 'SELECT_CHALLENGE').text,
})
