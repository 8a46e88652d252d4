import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import { factorsOf, isRisky } from '../sign-in/factors.ts'
import type { SessionChallenge } from './challenge.ts'

/** SELECT_MFA_TYPE: several second factors are on, and none is preferred. */
export const selectMfaType: SessionChallenge = {
  name: 'SELECT_MFA_TYPE',
  requires: ['ANSWER'],
  prompt(clientCall, user) {
    return {
      next: 'challenge',
      challenge: 'SELECT_MFA_TYPE',
      parameters: {
        MFAS_CAN_CHOOSE: JSON.stringify(factorsOf(clientCall.pool, user, isRisky(clientCall))),
        USER_ID_FOR_SRP: user.username,
      },
      session: clientCall.state.sessions.issue(clientCall, user, 'SELECT_MFA_TYPE').text,
    }
  },
  answer(clientCall, user, { ANSWER }) {
    const chosen = factorsOf(clientCall.pool, user, isRisky(clientCall)).find(
      (method) => method === ANSWER,
    )
    return { passed: 'choice', user, method: chosen ?? refuse(refusals.choiceNotAvailable) }
  },
}
