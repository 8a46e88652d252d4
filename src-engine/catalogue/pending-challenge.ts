import type { Challenged } from '../wire/read-answer.ts'

/** A challenge that waits for its answer, and the name that the answer goes out under. */
export interface PendingChallenge extends Challenged {
  readonly username: string
}
