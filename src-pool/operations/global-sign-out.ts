import { model, required } from '../requests/model.ts'
import { checkAccessToken } from '../tokens/check-access-token.ts'
import { defineOperation } from './operation.ts'

/** GlobalSignOut: ends every sign-in of the token's owner. */
export const globalSignOut = defineOperation(
  'GlobalSignOut',
  { AccessToken: required(model.token) },
  async (state, { AccessToken }) => {
    const { clientCall, user } = await checkAccessToken(state, AccessToken)
    state.grants.revokeAllOf(clientCall.pool, user)
    return {}
  },
)
