import type { MfaMethod } from '../configuration/configuration.ts'
import type { Pool, User } from '../state/pool.ts'

/**
 * The methods that a user can be asked for. Where MFA is optional, those that are turned on; where
 * it is required, failing those, whatever the user has.
 */
export function factorsOf(pool: Pool, user: User): readonly MfaMethod[] {
  const { mfaConfiguration, mfaMethods } = pool.settings
  if (mfaConfiguration === 'OFF') return []
  const usable = mfaMethods.filter((method) => canUse(user, method))
  const enabled = usable.filter((method) => user.enabledMfa.includes(method))
  return enabled.length > 0 || mfaConfiguration === 'OPTIONAL' ? enabled : usable
}

/** Whether a code of this method can reach the user at all. */
export const canUse = (user: User, method: MfaMethod): boolean =>
  ({
    SMS_MFA: Boolean(user.attributes.phone_number),
    EMAIL_OTP: Boolean(user.attributes.email),
    SOFTWARE_TOKEN_MFA: user.softwareToken !== undefined,
  })[method]
