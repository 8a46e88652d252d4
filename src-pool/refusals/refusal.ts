/**
 * How sure a text is: `confirmed` by an AWS source or a recorded exchange, `reported` by several
 * independent public code bases, or `assumed` by us, because nothing better could be found.
 */
export type Certainty = 'confirmed' | 'reported' | 'assumed'

/** One refusal as it goes over the wire. */
export interface RefusalText {
  /** The exception's name: `__type` in the body. */
  readonly type: string
  /** Absent where the front end of AWS sends none. */
  readonly message?: string
  readonly certainty: Certainty
}

/** The refusals of one exception: give each its text, and say if that text is less than confirmed. */
export const exception =
  (type: string) =>
  (message: string, certainty: Certainty = 'confirmed'): RefusalText => ({
    type,
    message,
    certainty,
  })

/** Thrown inside the pool to end a call; the pool's door turns it into an answer, always. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly text: RefusalText

  constructor(text: RefusalText) {
    super(text.message)
    this.text = text
  }
}

/** Ends the call with this refusal. */
export function refuse(text: RefusalText): never {
  throw new Refusal(text)
}
