import type { CustomAuthTriggers } from '../custom-auth/triggers.ts'
import type { ModPow } from '#engine/srp/modular-exponentiation.ts'
import type { Risk } from '../trouble/trouble.ts'

/** What the pool takes from outside, so that a test or a person can hold it still. */
export interface Ports {
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly randomBytes: (length: number) => Uint8Array
  readonly modPow: ModPow
  /** What threat protection makes of a sign-in now; without it, nothing. */
  readonly risk?: () => Risk | undefined
  /** The triggers of custom authentication of a pool; those of its configuration when absent. */
  readonly customAuth?: (userPoolId: string) => CustomAuthTriggers | undefined
}
