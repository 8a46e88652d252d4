import type { ModPow } from '#engine/srp/modular-exponentiation.ts'
import type { Risk } from '../faults/fault.ts'

/** What the pool takes from outside, so that a test or a user can fix it. */
export interface Ports {
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly randomBytes: (length: number) => Uint8Array
  readonly modPow: ModPow
  /** What threat protection makes of a sign-in now; without it, nothing. */
  readonly risk?: () => Risk | undefined
}
