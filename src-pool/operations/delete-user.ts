import { removeUser } from '../account/remove-user.ts'
import { model, required } from '../requests/model.ts'
import { checkAccessToken } from '../tokens/check-access-token.ts'
import { defineOperation } from './operation.ts'

/** DeleteUser: the owner of an access token is no more. */
export const deleteUser = defineOperation(
  'DeleteUser',
  { AccessToken: required(model.token) },
  async (state, { AccessToken }) => {
    const { clientCall, user } = await checkAccessToken(state, AccessToken)
    removeUser(state, clientCall.pool, user)
    return undefined
  },
)
