/** A part of an exchange that a recording can lack. */
export type CapturedPart =
  | 'request headers'
  | 'request body'
  /** Some members of the body: a log masked them. */
  | 'request members'
  | 'response'
  | 'response headers'
  | 'response body'
  | 'response members'
  | 'start time'
  | 'timings'

/** What a recording left out. It is shown as *not captured*, never as empty. */
export interface NotCaptured {
  readonly part: CapturedPart
  /** Why it is not there, in a sentence. */
  readonly reason: string
  /** How to record it the next time, in a sentence. */
  readonly advice?: string
}
