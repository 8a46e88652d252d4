/** What part of two runs a difference is in. */
export type DifferenceArea =
  | 'run'
  | 'step'
  | 'request'
  | 'response'
  | 'claims'
  | 'facts'
  | 'timing'
  | 'diagnosis'

/** One thing that is otherwise in the second run; an absent side is not there at all. */
export interface Difference {
  readonly area: DifferenceArea
  /** Which member, such as `ChallengeResponses.USERNAME`. */
  readonly member: string
  /** What people read for the member. */
  readonly title: string
  readonly left?: string
  readonly right?: string
  /** True for what is new in every sign-in, such as a session: it explains nothing. */
  readonly expected: boolean
}
