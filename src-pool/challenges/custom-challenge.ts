import { judgedRound, nextRound } from '../sign-in/custom-round.ts'
import type { ClientCall } from '../state/practice-state.ts'
import type { Session } from '../state/sessions.ts'
import type { ChallengeResult } from '../triggers/define-auth-challenge.ts'
import type { SessionChallenge } from './challenge.ts'

/** CUSTOM_CHALLENGE: VerifyAuthChallengeResponse judges, and DefineAuthChallenge decides. */
export const customChallenge: Omit<SessionChallenge, 'prompt'> = {
  name: 'CUSTOM_CHALLENGE',
  requires: ['ANSWER'],
  answer(clientCall, user, { ANSWER = '' }, session) {
    const round = judgedRound(clientCall, user.username, user, ANSWER, session)
    endRound(clientCall, session, round)
    return { passed: 'custom round', user, round }
  },
  answerOfNobody(clientCall, typed, { ANSWER = '' }, session) {
    const round = judgedRound(clientCall, typed, undefined, ANSWER, session)
    endRound(clientCall, session, round)
    const rounds = [...(session.passedFactors.rounds ?? []), round]
    return nextRound(
      { ...clientCall, passedFactors: { ...session.passedFactors, rounds } },
      typed,
      undefined,
    )
  },
}

/**
 * A wrong answer is no refusal: the round is over all the same, and the session with it. Sent again,
 * a session that was answered wrongly is reported as invalid, one answered rightly as used.
 */
function endRound(
  { state }: ClientCall,
  session: Session,
  { challengeResult }: ChallengeResult,
): void {
  session.spent = true
  if (!challengeResult) state.sessions.forget(session)
}
