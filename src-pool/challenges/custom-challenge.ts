import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import { triggersOf, triggerUser } from '../sign-in/custom-round.ts'
import type { SessionChallenge } from './challenge.ts'

/** CUSTOM_CHALLENGE: VerifyAuthChallengeResponse judges, and DefineAuthChallenge decides. */
export const customChallenge: Omit<SessionChallenge, 'ask'> = {
  name: 'CUSTOM_CHALLENGE',
  requires: ['ANSWER'],
  answer(place, user, { ANSWER = '' }, session) {
    const { challengeMetadata, privateChallengeParameters = {} } = session.custom ?? {}
    const right = triggersOf(place).verify(triggerUser(user), privateChallengeParameters, ANSWER)
    // A wrong answer is no refusal: the round is over all the same, and the session with it.
    session.spent = true
    return {
      passed: 'custom round',
      user,
      round: {
        challengeName: 'CUSTOM_CHALLENGE',
        challengeResult: right,
        ...(challengeMetadata !== undefined && { challengeMetadata }),
      },
    }
  },
  answerOfNobody: () => refuse(refusals.wrongPassword),
}
