import { holderOf } from '../account/attributes.ts'
import { checkCode, spendCode } from '../account/codes.ts'
import { isContactAttribute } from '../account/delivery.ts'
import { accountRefusals } from '../refusals/account.ts'
import { refuse } from '../refusals/refusal.ts'
import { model, required } from '../requests/model.ts'
import { checkAccessToken } from '../tokens/check-access-token.ts'
import { defineOperation } from './operation.ts'

/** VerifyUserAttribute: the code proves an address or a number, and a new one takes its place. */
export const verifyUserAttribute = defineOperation(
  'VerifyUserAttribute',
  {
    AccessToken: required(model.token),
    AttributeName: required(model.attributeName),
    Code: required(model.code),
  },
  async (state, { AccessToken, AttributeName, Code }) => {
    const { clientCall, user } = await checkAccessToken(state, AccessToken)
    if (!isContactAttribute(AttributeName))
      return refuse(accountRefusals.attributeNotVerifiable(AttributeName))
    const { destination } = checkCode(state, user, AttributeName, Code)
    if (holderOf(clientCall.pool, AttributeName, destination, user))
      refuse(accountRefusals.aliasTaken(AttributeName))
    spendCode(user, AttributeName)
    user.attributes[AttributeName] = destination
    user.attributes[`${AttributeName}_verified`] = 'true'
    user.modifiedAt = state.ports.now()
    return {}
  },
)
