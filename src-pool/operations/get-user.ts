import { attributeList } from '../account/attributes.ts'
import { model, required } from '../requests/model.ts'
import { checkAccessToken } from '../tokens/check-access-token.ts'
import { defineOperation } from './operation.ts'

/** GetUser: whom an access token speaks for. */
export const getUser = defineOperation(
  'GetUser',
  { AccessToken: required(model.token) },
  async (state, { AccessToken }) => {
    const { clientCall, user } = await checkAccessToken(state, AccessToken)
    const { readAttributes } = clientCall.client
    const isReadable = (name: string) => name === 'sub' || readAttributes?.includes(name) !== false
    return {
      // The service leaves both out when there is nothing to tell.
      ...(user.preferredMfa ? { PreferredMfaSetting: user.preferredMfa } : {}),
      UserAttributes: attributeList(user).filter(({ Name }) => isReadable(Name)),
      ...(user.enabledMfa.length > 0 ? { UserMFASettingList: user.enabledMfa } : {}),
      Username: user.username,
    }
  },
)
