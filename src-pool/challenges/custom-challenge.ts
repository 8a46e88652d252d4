import { judgedRound, nextRound } from '../sign-in/custom-round.ts'
import type { SessionChallenge } from './challenge.ts'

/** CUSTOM_CHALLENGE: VerifyAuthChallengeResponse judges, and DefineAuthChallenge decides. */
export const customChallenge: Omit<SessionChallenge, 'prompt'> = {
  name: 'CUSTOM_CHALLENGE',
  requires: ['ANSWER'],
  answer(clientCall, user, { ANSWER = '' }, session) {
    const round = judgedRound(clientCall, user.username, user, ANSWER, session)
    // A wrong answer is no refusal: the round is over all the same, and the session with it.
    session.spent = true
    return { passed: 'custom round', user, round }
  },
  answerOfNobody(clientCall, typed, { ANSWER = '' }, session) {
    const round = judgedRound(clientCall, typed, undefined, ANSWER, session)
    session.spent = true
    const rounds = [...(session.passedFactors.rounds ?? []), round]
    return nextRound(
      { ...clientCall, passedFactors: { ...session.passedFactors, rounds } },
      typed,
      undefined,
    )
  },
}
