import type { ChallengeResult } from '../triggers/define-auth-challenge.ts'

/** What a sign-in has behind it and before it, from its first call to its last. */
export interface PassedFactors {
  /** Factors passed, as the claim `amr` names them. */
  readonly factors: readonly Factor[]
  /** TARGET_ACR_VALUES: the requested levels of assurance, the preferred one first. */
  readonly targets: readonly number[]
  /** In CUSTOM_AUTH the rounds so far, which DefineAuthChallenge sees. */
  readonly rounds?: readonly ChallengeResult[]
  /** What PreTokenGeneration is to know of the way to the tokens, where it was no plain one. */
  readonly via?: 'NewPasswordChallenge' | 'AuthenticateDevice'
}

/** A value of the claim `amr`. */
export type Factor = 'pwd' | 'otp' | 'sms' | 'email_otp' | 'swk' | 'hwk'

/** A sign-in that has just begun. */
export const begun: PassedFactors = { factors: [], targets: [] }
