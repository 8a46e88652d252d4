import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import { admit, judgePassword } from '../sign-in/admission.ts'
import { isSameText } from '../sign-in/same-text.ts'
import type { Outcome } from '../sign-in/step.ts'
import type { User } from '../state/pool.ts'
import type { Place } from '../state/practice-state.ts'
import type { SessionChallenge } from './challenge.ts'

/** PASSWORD: USER_AUTH goes on with the password itself. */
export const password: SessionChallenge = {
  name: 'PASSWORD',
  requires: ['PASSWORD'],
  ask: (place, user) => ({
    next: 'challenge',
    challenge: 'PASSWORD',
    parameters: {},
    session: place.state.sessions.issue(place, user, 'PASSWORD').text,
  }),
  answer: (place, user, { PASSWORD = '' }) => passwordGiven(place, user, PASSWORD),
  answerOfNobody: () => refuse(refusals.wrongPassword),
}

/** Judges a password that was sent as it is. */
export function passwordGiven(place: Place, user: User, given: string): Outcome {
  admit(place, user)
  judgePassword(place, user, isSameText(given, user.password))
  return { passed: 'password', user, factor: 'pwd' }
}
