/** Why no complete HTTP response may have arrived. */
export const transportFailureCodes = [
  'refused',
  'not found',
  'timed out',
  'reset',
  'cut off',
  'tls',
  'proxy',
  'credentials',
  'cancelled',
  'other',
] as const

/** No complete HTTP response arrived. */
export interface TransportFailure {
  readonly kind: 'failed'
  readonly code: (typeof transportFailureCodes)[number]
  /** A sentence that says what happened and what to do. */
  readonly message: string
}
