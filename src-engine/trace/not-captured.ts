/** The parts of an exchange that a recording can lack; members of a body are what a log masked. */
export const capturedParts = [
  'request headers',
  'request body',
  'request members',
  'response',
  'response headers',
  'response body',
  'response members',
  'start time',
  'timings',
] as const

/** A part of an exchange that a recording can lack. */
export type CapturedPart = (typeof capturedParts)[number]

/** What a recording left out. It is shown as *not captured*, never as empty. */
export interface NotCaptured {
  readonly part: CapturedPart
  /** Why it is not there, in a sentence. */
  readonly reason: string
  /** How to record it the next time, in a sentence. */
  readonly advice?: string
}
