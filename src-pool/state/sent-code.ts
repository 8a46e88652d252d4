/** A code that was sent to a user and waits to be given back. */
export interface SentCode {
  readonly code: string
  /** Milliseconds since 1970. */
  readonly expiresAt: number
  /** The address or number that the code was sent to. */
  readonly destination: string
}
