import type { MfaMethod } from '../configuration/configuration.ts'
import type { Pool, User } from '../state/pool.ts'
import type { ClientCall } from '../state/practice-state.ts'

/**
 * The methods that a user can be asked for. Where MFA is optional, those that are turned on; where
 * it is required, or threat protection demands it, failing those, whatever the user has.
 */
export function factorsOf(pool: Pool, user: User, isRisky = false): readonly MfaMethod[] {
  const { mfaConfiguration, mfaMethods } = pool.settings
  if (mfaConfiguration === 'OFF') return []
  // An authenticator that was verified works on after the pool has turned it off, says the guide.
  const methods = new Set<MfaMethod>([...mfaMethods, 'SOFTWARE_TOKEN_MFA'])
  const usable = [...methods].filter((method) => canUse(user, method))
  const enabled = usable.filter((method) => user.enabledMfa.includes(method))
  const isDemanded = mfaConfiguration === 'ON' || isRisky
  return enabled.length > 0 || !isDemanded ? enabled : usable
}

/** Whether a code of this method can reach the user at all. */
export const canUse = (user: User, method: MfaMethod): boolean =>
  ({
    SMS_MFA: Boolean(user.attributes.phone_number),
    EMAIL_OTP: Boolean(user.attributes.email),
    SOFTWARE_TOKEN_MFA: user.softwareToken !== undefined,
  })[method]

/** Whether threat protection finds sign-ins risky now, and demands a second factor. */
export const isRisky = ({ state }: ClientCall): boolean => state.ports.risk?.() !== undefined
