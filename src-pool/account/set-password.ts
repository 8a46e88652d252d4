import { accountRefusals } from '../refusals/account.ts'
import { refuse } from '../refusals/refusal.ts'
import { checkPasswordPolicy, type PasswordPolicyLead } from '../credentials/password-policy.ts'
import type { Pool, User } from '../state/pool.ts'

/**
 * Refuses a new password that the pool's policy does not take.
 * @throws Refusal InvalidPasswordException, or PasswordHistoryPolicyViolationException
 */
export function checkNewPassword(
  { settings }: Pool,
  user: User,
  password: string,
  lead?: PasswordPolicyLead,
): void {
  const { passwordPolicy } = settings
  checkPasswordPolicy(passwordPolicy, password, lead)
  const remembered = [user.password, ...user.earlierPasswords]
  if (remembered.slice(0, passwordPolicy.passwordHistorySize).includes(password))
    refuse(accountRefusals.passwordUsedBefore)
}

/** Gives a user another password, and remembers the old one for the history policy. */
export function setPassword(user: User, password: string, now: number): void {
  user.earlierPasswords = [user.password, ...user.earlierPasswords].slice(0, 24)
  user.password = password
  user.passwordSetAt = now
  user.modifiedAt = now
  user.srp = undefined
}
