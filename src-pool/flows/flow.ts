import type { explicitAuthFlows } from '../configuration/configuration.ts'
import type { RefusalText } from '../refusals/refusal.ts'
import type { Parameters } from '../requests/parameters.ts'
import type { Outcome } from '../sign-in/step.ts'
import type { Pool } from '../state/pool.ts'
import type { ClientCall } from '../state/practice-state.ts'

/** One value of AuthFlow, as InitiateAuth treats it. */
export interface Flow {
  /** The client's flag, and what a client without it is told. */
  readonly flag: (typeof explicitAuthFlows)[number]
  readonly notEnabled: RefusalText
  /**
   * Looks at the tier before the client's flags.
   * @throws Refusal FeatureUnavailableInTierException
   */
  readonly checkTier?: (pool: Pool, parameters: Parameters) => void
  /** The AuthParameters that must be there, in the order in which they are missed. */
  readonly requires: readonly string[]
  /** Looks at what takes time to check, and adds it to the call. */
  readonly prepare?: (clientCall: ClientCall, parameters: Parameters) => Promise<ClientCall>
  /** Goes on after secret hash, flag and parameters are right. Only USER_AUTH looks at a session. */
  readonly begin: (clientCall: ClientCall, parameters: Parameters, session?: string) => Outcome
}
