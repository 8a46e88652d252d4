import type { ShownValue } from '../secret/shown-value.ts'
import type { SrpKeyPair } from '../srp/client.ts'
import type { WireValues } from '../wire/wire-values.ts'

/** Values for the wire that were made by computation, with everything on the way to them. */
export interface Computed {
  readonly values: WireValues
  readonly shown: readonly ShownValue[]
  /** The client's SRP key pair when a later challenge continues with it. */
  readonly srp?: SrpKeyPair
}

/** Why a value could not be made: a sentence that says what to do. */
export interface NotComputable {
  readonly missing: string
}
