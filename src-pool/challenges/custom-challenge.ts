import { judgedRound, nextRound } from '../sign-in/custom-round.ts'
import type { SessionChallenge } from './challenge.ts'

/** CUSTOM_CHALLENGE: VerifyAuthChallengeResponse judges, and DefineAuthChallenge decides. */
export const customChallenge: Omit<SessionChallenge, 'ask'> = {
  name: 'CUSTOM_CHALLENGE',
  requires: ['ANSWER'],
  answer(place, user, { ANSWER = '' }, session) {
    const round = judgedRound(place, user.username, user, ANSWER, session)
    // A wrong answer is no refusal: the round is over all the same, and the session with it.
    session.spent = true
    return { passed: 'custom round', user, round }
  },
  answerOfNobody(place, typed, { ANSWER = '' }, session) {
    const round = judgedRound(place, typed, undefined, ANSWER, session)
    session.spent = true
    const rounds = [...(session.soFar.rounds ?? []), round]
    return nextRound({ ...place, soFar: { ...session.soFar, rounds } }, typed, undefined)
  },
}
