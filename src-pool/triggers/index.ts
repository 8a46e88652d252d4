import { createAuthChallenge } from './create-auth-challenge.ts'
import { customEmailSender, customSmsSender } from './custom-senders.ts'
import { customMessage } from './custom-message.ts'
import { defineAuthChallenge } from './define-auth-challenge.ts'
import { postAuthentication } from './post-authentication.ts'
import { postConfirmation } from './post-confirmation.ts'
import { preAuthentication } from './pre-authentication.ts'
import { preSignUp } from './pre-sign-up.ts'
import { preTokenGeneration } from './pre-token-generation.ts'
import { userMigration } from './user-migration.ts'
import { verifyAuthChallengeResponse } from './verify-auth-challenge-response.ts'

/** Every trigger of a user pool, in the order of a user's life. */
export const triggers = [
  preSignUp,
  postConfirmation,
  userMigration,
  preAuthentication,
  defineAuthChallenge,
  createAuthChallenge,
  verifyAuthChallengeResponse,
  customMessage,
  customEmailSender,
  customSmsSender,
  postAuthentication,
  preTokenGeneration,
] as const

/** The name of a trigger, as the configuration has it. */
export type TriggerName = (typeof triggers)[number]['name']

export const triggerNames: readonly TriggerName[] = triggers.map(({ name }) => name)
