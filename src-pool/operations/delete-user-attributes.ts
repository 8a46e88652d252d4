import { checkWritable } from '../account/attributes.ts'
import { updateAttributes } from '../account/update-attributes.ts'
import { model, required } from '../requests/model.ts'
import { checkAccessToken } from '../tokens/check-access-token.ts'
import { defineOperation } from './operation.ts'

/** DeleteUserAttributes: what people remove about themselves, short of what the pool requires. */
export const deleteUserAttributes = defineOperation(
  'DeleteUserAttributes',
  {
    UserAttributeNames: required({ kind: 'list', of: model.attributeName }),
    AccessToken: required(model.token),
  },
  async (state, { UserAttributeNames, AccessToken }) => {
    const { clientCall, user } = await checkAccessToken(state, AccessToken)
    checkWritable(clientCall.client, UserAttributeNames)
    const emptied = Object.fromEntries(UserAttributeNames.map((name) => [name, '']))
    updateAttributes(clientCall, user, emptied)
    return {}
  },
)
