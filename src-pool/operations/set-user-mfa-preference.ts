import { mfaMethods, type MfaMethod } from '../configuration/configuration.ts'
import { refusals } from '../refusals/catalogue.ts'
import { passkeyRefusals } from '../refusals/passkeys.ts'
import { refuse } from '../refusals/refusal.ts'
import type { StructureMember, Values } from '../requests/members.ts'
import { model, required } from '../requests/model.ts'
import { canUse } from '../sign-in/factors.ts'
import type { Pool, User } from '../state/pool.ts'
import { checkAccessToken } from '../tokens/check-access-token.ts'
import { defineOperation } from './operation.ts'

const settings = {
  kind: 'structure',
  members: { Enabled: model.flag, PreferredMfa: model.flag },
} as const satisfies StructureMember

/** The members that say which second factors are on, and which is preferred. */
export const mfaPreference = {
  SMSMfaSettings: settings,
  SoftwareTokenMfaSettings: settings,
  EmailMfaSettings: settings,
  WebAuthnMfaSettings: { kind: 'structure', members: { Enabled: model.flag } },
} as const

type MfaPreference = Values<typeof mfaPreference>

/**
 * Turns second factors of a user on or off, and prefers one, which ends an earlier preference.
 * @throws Refusal for one that no code can come from or that is preferred while off, for two
 * preferred ones, and for passkeys where they are none
 */
export function setMfaPreference(
  pool: Pool,
  user: User,
  { SMSMfaSettings, SoftwareTokenMfaSettings, EmailMfaSettings, ...input }: MfaPreference,
): void {
  const wanted = {
    SMS_MFA: SMSMfaSettings,
    SOFTWARE_TOKEN_MFA: SoftwareTokenMfaSettings,
    EMAIL_OTP: EmailMfaSettings,
  }
  const isOn = (method: MfaMethod) => wanted[method]?.Enabled ?? user.enabledMfa.includes(method)
  const preferred = mfaMethods.filter((method) => wanted[method]?.PreferredMfa)
  if (preferred.length > 1) refuse(refusals.mfaPreferredTwice)
  for (const method of preferred) if (!isOn(method)) refuse(refusals.mfaPreferredButOff(method))
  for (const method of mfaMethods)
    if (wanted[method]?.Enabled && !canUse(user, method)) refuse(refusals.mfaNotDeliverable(method))
  const enabled = mfaMethods.filter(isOn)
  const passkeyMfa = input.WebAuthnMfaSettings?.Enabled ?? user.passkeyMfa
  if (input.WebAuthnMfaSettings?.Enabled) {
    const { factorConfiguration } = pool.settings.webAuthnConfiguration
    if (factorConfiguration === 'SINGLE_FACTOR') refuse(passkeyRefusals.mfaNotConfigured)
    if (enabled.length === 0) refuse(passkeyRefusals.mfaAlone)
  }
  user.enabledMfa = enabled
  user.passkeyMfa = passkeyMfa && enabled.length > 0
  const isStillPreferred = (method: MfaMethod) => user.preferredMfa === method && !wanted[method]
  user.preferredMfa = preferred[0] ?? enabled.find(isStillPreferred)
}

/** SetUserMFAPreference: turns second factors on or off, and prefers one. */
export const setUserMfaPreference = defineOperation(
  'SetUserMFAPreference',
  { ...mfaPreference, AccessToken: required(model.token) },
  async (state, input) => {
    const { clientCall, user } = await checkAccessToken(state, input.AccessToken)
    setMfaPreference(clientCall.pool, user, input)
    return {}
  },
)
