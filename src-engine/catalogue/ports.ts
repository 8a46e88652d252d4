import type { ModPow } from '../srp/modular-exponentiation.ts'
import type { Authenticator } from './authenticator.ts'

/** What the engine takes from outside: it has no clock and no randomness of its own. */
export interface Ports {
  readonly modPow: ModPow
  readonly randomBytes: (length: number) => Uint8Array
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Signs with this user's passkeys; absent where there are none to be had. */
  readonly authenticator?: Authenticator
}
