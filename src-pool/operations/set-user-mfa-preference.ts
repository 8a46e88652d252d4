import { mfaMethods, type MfaMethod } from '../configuration/configuration.ts'
import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import type { StructureMember } from '../requests/members.ts'
import { model, required } from '../requests/model.ts'
import { canUse } from '../sign-in/factors.ts'
import { checkAccessToken } from '../tokens/check-access-token.ts'
import { defineOperation } from './operation.ts'

const settings = {
  kind: 'structure',
  members: { Enabled: model.flag, PreferredMfa: model.flag },
} as const satisfies StructureMember

/** SetUserMFAPreference: turns second factors on or off, and prefers one. */
export const setUserMfaPreference = defineOperation(
  'SetUserMFAPreference',
  {
    SMSMfaSettings: settings,
    SoftwareTokenMfaSettings: settings,
    EmailMfaSettings: settings,
    AccessToken: required(model.token),
  },
  async (state, { SMSMfaSettings, SoftwareTokenMfaSettings, EmailMfaSettings, AccessToken }) => {
    const { user } = await checkAccessToken(state, AccessToken)
    const wanted = {
      SMS_MFA: SMSMfaSettings,
      SOFTWARE_TOKEN_MFA: SoftwareTokenMfaSettings,
      EMAIL_OTP: EmailMfaSettings,
    }
    const isOn = (method: MfaMethod) => wanted[method]?.Enabled ?? user.enabledMfa.includes(method)
    const isPreferred = (method: MfaMethod) =>
      wanted[method]?.PreferredMfa ?? user.preferredMfa === method
    for (const method of mfaMethods)
      if (wanted[method]?.Enabled && !canUse(user, method))
        refuse(refusals.mfaNotDeliverable(method))
    user.enabledMfa = mfaMethods.filter(isOn)
    user.preferredMfa = user.enabledMfa.find(isPreferred)
    return {}
  },
)
