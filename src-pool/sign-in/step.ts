import type { MfaMethod } from '../configuration/configuration.ts'
import type { ChallengeResult } from '../triggers/define-auth-challenge.ts'
import type { Device } from '../state/device.ts'
import type { Grant } from '../state/grants.ts'
import type { User } from '../state/pool.ts'
import type { TokenOverrides } from '../triggers/pre-token-generation.ts'
import type { Factor, PassedFactors } from '../state/passed-factors.ts'

/** Where a sign-in is after one call, before anything is signed. */
export type Step = ChallengeStep | TokensStep

/** The client has to answer this next. */
export interface ChallengeStep {
  readonly next: 'challenge'
  readonly challenge: string
  readonly parameters: Readonly<Record<string, string>>
  /** AvailableChallenges, which USER_AUTH tells. */
  readonly available?: readonly string[]
  /** Absent from PASSWORD_VERIFIER, whose state goes with SECRET_BLOCK. */
  readonly session?: string
}

/** The sign-in is over: its tokens follow. */
interface TokensStep {
  readonly next: 'tokens'
  readonly user: User
  readonly grant: Grant
  /** What a PreTokenGeneration trigger wants of the tokens. */
  readonly overrides: TokenOverrides | undefined
  /** False for a refresh. */
  readonly withRefreshToken: boolean
  /** A device that the pool tracks from now on, whose keys the client is to keep. */
  readonly newDevice?: Device
}

/**
 * What a flow or a challenge found. It does not know what comes next; `next-step.ts` does, from what
 * was passed.
 */
export type Outcome =
  | {
      readonly passed: 'password'
      readonly user: User
      readonly factor: Factor
      /** What the sign-in had behind it, where no session says so. */
      readonly passedFactors?: PassedFactors
      /** The DEVICE_KEY of the call that began it, where that was another. */
      readonly deviceKey?: string | undefined
    }
  | {
      /** The last of them is by MFA_SETUP, which is no round of a custom sign-in. */
      readonly passed: 'first factor' | 'second factor' | 'set-up'
      readonly user: User
      readonly factor: Factor
    }
  | {
      readonly passed: 'passkey'
      readonly user: User
      readonly factor: Factor
      /** Whether the pool takes it for a second factor as well. */
      readonly countsAsSecond: boolean
    }
  | {
      readonly passed: 'device'
      readonly user: User
      /** What the sign-in had behind it, which no session says. */
      readonly passedFactors: PassedFactors
    }
  | {
      readonly passed: 'new password' | 'earlier sign-in' | 'custom rounds'
      readonly user: User
    }
  | { readonly passed: 'custom round'; readonly user: User; readonly round: ChallengeResult }
  | {
      readonly passed: 'choice'
      readonly user: User
      readonly method: MfaMethod
      /** What the sign-in had behind it, where no session says so. */
      readonly passedFactors?: PassedFactors
    }
  | Step
