/** One remark on a request before it is sent. */
export interface Check {
  /** `missing`: it cannot be sent so. `refused`: Cognito would refuse it. `note`: good to know. */
  readonly level: 'missing' | 'refused' | 'note'
  /** Wire key of the field it is about. */
  readonly field: string
  readonly text: string
}

/** The request as it would be sent, with a word instead of what is secret or not computed yet. */
export interface Preview {
  readonly operation: string
  readonly input: Readonly<Record<string, unknown>>
  readonly checks: readonly Check[]
}
