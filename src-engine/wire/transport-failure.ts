/** No complete HTTP response arrived. */
export interface TransportFailure {
  readonly kind: 'failed'
  readonly code:
    | 'refused'
    | 'not found'
    | 'timed out'
    | 'reset'
    | 'cut off'
    | 'tls'
    | 'proxy'
    | 'credentials'
    | 'cancelled'
    | 'other'
  /** A sentence that says what happened and what to do. */
  readonly message: string
}
