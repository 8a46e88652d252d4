import { model, required } from '../requests/model.ts'
import { firstFactorsOf } from '../challenges/first-factors.ts'
import type { Pool, User } from '../state/pool.ts'
import { checkAccessToken } from '../tokens/check-access-token.ts'
import { defineOperation } from './operation.ts'

/** The answer of GetUserAuthFactors, and of its administrative form. */
export const authFactorsAnswer = (pool: Pool, user: User) => ({
  // A password is one factor, however it is proved.
  ConfiguredUserAuthFactors: firstFactorsOf(pool, user).filter(
    (factor) => factor !== 'PASSWORD_SRP',
  ),
  ...(user.preferredMfa ? { PreferredMfaSetting: user.preferredMfa } : {}),
  ...(user.enabledMfa.length > 0 ? { UserMFASettingList: user.enabledMfa } : {}),
  Username: user.username,
})

/** GetUserAuthFactors: what the owner of an access token can sign in with. */
export const getUserAuthFactors = defineOperation(
  'GetUserAuthFactors',
  { AccessToken: required(model.token) },
  async (state, { AccessToken }) => {
    const { clientCall, user } = await checkAccessToken(state, AccessToken)
    return authFactorsAnswer(clientCall.pool, user)
  },
)
