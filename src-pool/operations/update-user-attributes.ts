import { attributeRecord, checkWritable } from '../account/attributes.ts'
import { updateAttributes } from '../account/update-attributes.ts'
import { model, required } from '../requests/model.ts'
import { checkAccessToken } from '../tokens/check-access-token.ts'
import { defineOperation } from './operation.ts'

/** UpdateUserAttributes: what people change about themselves. */
export const updateUserAttributes = defineOperation(
  'UpdateUserAttributes',
  {
    UserAttributes: required(model.attributes),
    AccessToken: required(model.token),
    ClientMetadata: model.map,
  },
  async (state, { UserAttributes, AccessToken, ClientMetadata }) => {
    const { clientCall, user } = await checkAccessToken(state, AccessToken)
    const inputs = attributeRecord(UserAttributes)
    checkWritable(clientCall.client, Object.keys(inputs))
    const deliveries = updateAttributes(
      { ...clientCall, clientMetadata: ClientMetadata },
      user,
      inputs,
    )
    return deliveries.length > 0 ? { CodeDeliveryDetailsList: deliveries } : {}
  },
)
