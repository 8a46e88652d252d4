import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import { factorsOf, isRisky } from '../sign-in/factors.ts'
import type { SessionChallenge } from './challenge.ts'

/** SELECT_MFA_TYPE: several second factors are on, and none is preferred. */
export const selectMfaType: SessionChallenge = {
  name: 'SELECT_MFA_TYPE',
  requires: ['ANSWER'],
  ask(place, user) {
    return {
      next: 'challenge',
      challenge: 'SELECT_MFA_TYPE',
      parameters: {
        MFAS_CAN_CHOOSE: JSON.stringify(factorsOf(place.pool, user, isRisky(place))),
        USER_ID_FOR_SRP: user.username,
      },
      session: place.state.sessions.issue(place, user, 'SELECT_MFA_TYPE').text,
    }
  },
  answer(place, user, { ANSWER }) {
    const chosen = factorsOf(place.pool, user, isRisky(place)).find((method) => method === ANSWER)
    return { passed: 'choice', user, method: chosen ?? refuse(refusals.choiceNotAvailable) }
  },
}
