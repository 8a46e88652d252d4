/** A part of one span of time, in milliseconds. */
export interface TimingBar {
  readonly label: string
  readonly from: number
  readonly length: number
  readonly quiet?: boolean
  /** Shown instead of the length: "reused". */
  readonly text?: string
}
