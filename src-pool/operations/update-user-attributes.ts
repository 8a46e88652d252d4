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
    const { place, user } = await checkAccessToken(state, AccessToken)
    const given = attributeRecord(UserAttributes)
    checkWritable(place.client, Object.keys(given))
    const deliveries = updateAttributes({ ...place, clientMetadata: ClientMetadata }, user, given)
    return deliveries.length > 0 ? { CodeDeliveryDetailsList: deliveries } : {}
  },
)
