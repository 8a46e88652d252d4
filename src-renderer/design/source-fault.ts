/** What is wrong with a source, at one of its lines. */
export interface SourceFault {
  /** Counted from 1. */
  readonly line: number
  readonly text: string
}
