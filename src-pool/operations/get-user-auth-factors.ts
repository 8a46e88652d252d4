import { model, required } from '../requests/model.ts'
import { firstFactorsOf } from '../challenges/first-factors.ts'
import { checkAccessToken } from '../tokens/check-access-token.ts'
import { defineOperation } from './operation.ts'

/** GetUserAuthFactors: what the owner of an access token can sign in with. */
export const getUserAuthFactors = defineOperation(
  'GetUserAuthFactors',
  { AccessToken: required(model.token) },
  async (state, { AccessToken }) => {
    const { clientCall, user } = await checkAccessToken(state, AccessToken)
    return {
      // A password is one factor, however it is proved.
      ConfiguredUserAuthFactors: firstFactorsOf(clientCall, user).filter(
        (factor) => factor !== 'PASSWORD_SRP',
      ),
      ...(user.preferredMfa ? { PreferredMfaSetting: user.preferredMfa } : {}),
      ...(user.enabledMfa.length > 0 ? { UserMFASettingList: user.enabledMfa } : {}),
      Username: user.username,
    }
  },
)
