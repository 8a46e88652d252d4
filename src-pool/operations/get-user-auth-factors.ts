import { model, required } from '../requests/model.ts'
import type { User } from '../state/pool.ts'
import { checkAccessToken } from '../tokens/check-access-token.ts'
import { defineOperation } from './operation.ts'

/** GetUserAuthFactors: what the owner of an access token can sign in with. */
export const getUserAuthFactors = defineOperation(
  'GetUserAuthFactors',
  { AccessToken: required(model.token) },
  async (state, { AccessToken }) => {
    const { user } = await checkAccessToken(state, AccessToken)
    return {
      ConfiguredUserAuthFactors: firstFactorsOf(user),
      ...(user.preferredMfa ? { PreferredMfaSetting: user.preferredMfa } : {}),
      ...(user.enabledMfa.length > 0 ? { UserMFASettingList: user.enabledMfa } : {}),
      Username: user.username,
    }
  },
)

const firstFactorsOf = ({ attributes }: User): string[] => [
  'PASSWORD',
  ...(attributes.email_verified === 'true' ? ['EMAIL_OTP'] : []),
  ...(attributes.phone_number_verified === 'true' ? ['SMS_OTP'] : []),
]
