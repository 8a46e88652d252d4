/** The bytes of one attempt, which an exact export is made from. */
export interface AttemptBytes {
  readonly step: number
  readonly attempt: number
  readonly request: Uint8Array
  readonly response: Uint8Array | undefined
}
