import type { Parameters } from '../requests/parameters.ts'
import type { Outcome, Step } from '../sign-in/step.ts'
import type { User } from '../state/pool.ts'
import type { ClientCall } from '../state/practice-state.ts'
import type { Session } from '../state/sessions.ts'

/** A challenge that travels with a session. */
export interface SessionChallenge {
  readonly name: string
  /** The keys of ChallengeResponses, besides USERNAME, that must be there. */
  readonly requires: readonly string[]
  /** Looks at what takes time to check, and adds it to the call; judges nothing yet. */
  readonly prepare?: (clientCall: ClientCall, responses: Parameters) => Promise<ClientCall>
  /** Puts the challenge to a user. */
  readonly prompt: (clientCall: ClientCall, user: User) => Step
  /**
   * Judges an answer. The session is the right one, of this user, and is spent when this returns.
   * @throws Refusal when the answer is wrong; then the session can be used again
   */
  readonly answer: (
    clientCall: ClientCall,
    user: User,
    responses: Parameters,
    session: Session,
  ) => Outcome
  /** The answer in a session that only pretends that there is a user; a wrong code when absent. */
  readonly answerOfNobody?: (
    clientCall: ClientCall,
    typed: string,
    responses: Parameters,
    session: Session,
  ) => Outcome
}

/** A challenge whose state goes another way, so that a Session is neither needed nor looked at. */
export interface SessionlessChallenge {
  readonly name: string
  readonly requires: readonly string[]
  readonly answerWithoutSession: (clientCall: ClientCall, responses: Parameters) => Outcome
}

/** One value of ChallengeName, as RespondToAuthChallenge treats it. */
export type Challenge = Omit<SessionChallenge, 'prompt'> | SessionlessChallenge
