import { createAuthChallenge } from './create-auth-challenge.ts'
import { defineAuthChallenge } from './define-auth-challenge.ts'
import { verifyAuthChallengeResponse } from './verify-auth-challenge-response.ts'

/**
 * The three triggers of a custom challenge that asks for a sum, another in each round, as a pool's
 * configuration has them. The third wrong answer fails; with SRP_A the password comes first.
 */
export const sumChallenge = {
  DefineAuthChallenge: defineAuthChallenge.template,
  CreateAuthChallenge: createAuthChallenge.template,
  VerifyAuthChallengeResponse: verifyAuthChallengeResponse.template,
} as const
