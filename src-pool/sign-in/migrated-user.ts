import { addUser, checkNewUser } from '../account/new-user.ts'
import { refuse } from '../refusals/refusal.ts'
import { triggerRefusals } from '../refusals/triggers.ts'
import { findUser } from '../state/find-user.ts'
import type { User } from '../state/pool.ts'
import type { TriggerContext } from '../state/practice-state.ts'
import { invoke } from '../invocation/invoke.ts'
import { userMigration } from '../triggers/user-migration.ts'

/**
 * Asks UserMigration for a user that the pool does not know, and creates the one that it answers.
 * @param password what was typed; undefined when it is forgotten
 * @returns undefined where the user is there already, or there is no such trigger
 * @throws Refusal UserNotFoundException when the trigger answers no attributes
 */
export function migratedUser(
  triggerContext: TriggerContext,
  typed: string,
  password: string | undefined,
): User | undefined {
  const { state, pool, validationData, clientMetadata } = triggerContext
  // A replica creates no users.
  if (pool.isSecondary || findUser(pool, typed)) return undefined
  const source =
    password === undefined ? 'UserMigration_ForgotPassword' : 'UserMigration_Authentication'
  const subject = { userName: typed }
  const request = { password, validationData, clientMetadata }
  const response = invoke(triggerContext, userMigration, source, subject, request)
  if (!response) return undefined
  const attributes = response.userAttributes ?? refuse(triggerRefusals.migrationWithoutUser)
  const { username, ...others } = attributes
  const user = {
    typed: username ?? typed,
    password,
    attributes: others,
    status: password === undefined ? 'CONFIRMED' : response.finalUserStatus,
  } as const
  checkNewUser(pool, user)
  return addUser(state, pool, user)
}
