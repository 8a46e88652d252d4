import type { PoolConfiguration } from '../configuration/configuration.ts'
import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'

/** What Cognito counts as a symbol. Source: developer guide, "password policies". */
const symbol = /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+-]/

/** How the text begins; it differs by operation. */
export type PasswordPolicyLead =
  | 'Password did not conform with policy'
  | 'Password did not conform with password policy'
  | 'Password does not conform to policy'

/**
 * Refuses a new password that breaks the pool's policy, with the text for the first rule broken.
 * @throws Refusal InvalidPasswordException
 */
export function checkPasswordPolicy(
  policy: PoolConfiguration['passwordPolicy'],
  password: string,
  lead?: PasswordPolicyLead,
): void {
  const demand = (holds: boolean, rule: string) => {
    if (!holds) refuse(refusals.passwordPolicy(rule, lead))
  }
  demand(password.length >= policy.minimumLength, 'Password not long enough')
  demand(
    !policy.requireUppercase || /[A-Z]/.test(password),
    'Password must have uppercase characters',
  )
  demand(
    !policy.requireLowercase || /[a-z]/.test(password),
    'Password must have lowercase characters',
  )
  demand(!policy.requireNumbers || /\d/.test(password), 'Password must have numeric characters')
  demand(!policy.requireSymbols || symbol.test(password), 'Password must have symbol characters')
}
