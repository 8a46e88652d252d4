import { challenges } from '#engine/catalogue/challenges/index.ts'
import type { RunObserver } from '#main/runs/run-observer.ts'
import type { Runs } from '#main/runs/runs.ts'
import { answerChallenge } from './answer-challenge.ts'
import type { ArgumentSecrets } from './argument-secrets.ts'
import type { SignInDestination } from './destination.ts'

/** What challenges are answered with. */
export interface AnswerDependencies {
  readonly secrets: ArgumentSecrets
  readonly destination: SignInDestination
  /** Whether a practice user’s set-up, which is lost with the pool, is answered automatically. */
  readonly setsUp: boolean
  readonly clientMetadata: Readonly<Record<string, string>>
  /** The last step that is answered, where the sign-in is to be left after it. */
  readonly until?: number | undefined
  /** Which challenge is left unanswered, from 1; none by default. */
  readonly stopAt?: number | undefined
}

/** Answers the challenges of the one sign-in that is made. */
export interface AnswerChallenges extends RunObserver {
  /**
   * Answers until the sign-in has ended, or waits for an answer that was not given. To be called
   * before the first event.
   */
  readonly untilStopped: (runs: Runs, answers: AnswerDependencies) => Promise<void>
}

/** @returns an observer for the run that is started next */
export function answerChallenges(): AnswerChallenges {
  let handle: NonNullable<RunObserver['event']> = () => undefined
  return {
    event: (runId, event) => {
      handle(runId, event)
    },
    untilStopped: (
      runs,
      { clientMetadata, destination, secrets, setsUp, stopAt, until = Infinity },
    ) =>
      new Promise((resolve, reject) => {
        let received = 0
        handle = (runId, event) => {
          if (event.type === 'answered' && event.answer.kind === 'challenged') received += 1
          if (event.type === 'ended') resolve()
          if (event.type !== 'prompted') return
          // What was refused once is not sent again: it would be refused again, and may lock out.
          if (event.again || event.step > until || received === stopAt) {
            resolve()
            return
          }
          answerChallenge(event, secrets, destination)
            .then((answer) => {
              if (answer) return runs.answer(runId, answer, clientMetadata)
              if (destination.practice && setsUp && isSetUp(event.challenge))
                return runs.answerAutomatically(runId, clientMetadata)
              resolve()
              return undefined
            })
            .catch(reject)
        }
      }),
  }
}

const isSetUp = (challenge: string): boolean =>
  challenges.get(challenge)?.automatic?.onRequest === true
