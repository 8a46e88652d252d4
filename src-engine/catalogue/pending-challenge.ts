import type { Challenged } from '../wire/read-answer.ts'

/** A pending challenge, and the username that its answer is sent with. */
export interface PendingChallenge extends Challenged {
  readonly username: string
}
