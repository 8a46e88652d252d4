import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import { model, required } from '../requests/model.ts'
import { canUse } from '../sign-in/factors.ts'
import { checkAccessToken } from '../tokens/check-access-token.ts'
import { defineOperation } from './operation.ts'

/** SetUserSettings: the old way to turn SMS codes on, or off with an empty list. */
export const setUserSettings = defineOperation(
  'SetUserSettings',
  {
    AccessToken: required(model.token),
    MFAOptions: required({
      kind: 'list',
      of: {
        kind: 'structure',
        members: {
          DeliveryMedium: { kind: 'text', values: ['SMS', 'EMAIL'] },
          AttributeName: model.attributeName,
        },
      },
    }),
  },
  async (state, { AccessToken, MFAOptions }) => {
    const { user } = await checkAccessToken(state, AccessToken)
    const wantsSms = MFAOptions.some(({ DeliveryMedium }) => DeliveryMedium === 'SMS')
    if (wantsSms && !canUse(user, 'SMS_MFA')) refuse(refusals.mfaNotDeliverable('SMS_MFA'))
    const others = user.enabledMfa.filter((method) => method !== 'SMS_MFA')
    user.enabledMfa = wantsSms ? ['SMS_MFA', ...others] : others
    if (!wantsSms && user.preferredMfa === 'SMS_MFA') user.preferredMfa = undefined
    return {}
  },
)
