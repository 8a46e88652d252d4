import type { MfaMethod } from '../configuration/configuration.ts'
import type { Device } from '../state/device.ts'
import type { Grant } from '../state/grants.ts'
import type { User } from '../state/pool.ts'

/** Where a sign-in stands after one call, before anything is signed. */
export type Step = ChallengeStep | TokensStep

/** The client has to answer this next. */
export interface ChallengeStep {
  readonly next: 'challenge'
  readonly challenge: string
  readonly parameters: Readonly<Record<string, string>>
  /** Absent from PASSWORD_VERIFIER, whose state goes with SECRET_BLOCK. */
  readonly session?: string
}

/** The sign-in is over: its tokens follow. */
interface TokensStep {
  readonly next: 'tokens'
  readonly user: User
  readonly grant: Grant
  /** False for a refresh. */
  readonly withRefreshToken: boolean
  /** A device that the pool tracks from now on, whose keys the client is to keep. */
  readonly newDevice?: Device
}

/**
 * What a flow or a challenge found. It does not know what comes next; `progress.ts` does, from what
 * was passed.
 */
export type Outcome =
  | {
      readonly passed: 'password'
      readonly user: User
      /** The DEVICE_KEY of the call that began it, where that was another. */
      readonly deviceKey?: string | undefined
    }
  | { readonly passed: 'new password' | 'device' | 'second factor'; readonly user: User }
  | { readonly passed: 'choice'; readonly user: User; readonly method: MfaMethod }
  | Step
