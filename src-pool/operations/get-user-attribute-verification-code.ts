import { sendCode } from '../account/codes.ts'
import { contactOf, isContactAttribute } from '../account/delivery.ts'
import { accountRefusals } from '../refusals/account.ts'
import { refuse } from '../refusals/refusal.ts'
import { model, required } from '../requests/model.ts'
import { checkAccessToken } from '../tokens/check-access-token.ts'
import { defineOperation } from './operation.ts'

/** GetUserAttributeVerificationCode: a code to an address or a number, to prove it. */
export const getUserAttributeVerificationCode = defineOperation(
  'GetUserAttributeVerificationCode',
  {
    AccessToken: required(model.token),
    AttributeName: required(model.attributeName),
    ClientMetadata: model.map,
  },
  async (state, { AccessToken, AttributeName, ClientMetadata }) => {
    const { clientCall, user } = await checkAccessToken(state, AccessToken)
    if (!isContactAttribute(AttributeName))
      return refuse(accountRefusals.attributeNotVerifiable(AttributeName))
    const contact =
      contactOf(user, [AttributeName]) ?? refuse(accountRefusals.attributeAbsent(AttributeName))
    const triggerContext = { ...clientCall, clientMetadata: ClientMetadata }
    return { CodeDeliveryDetails: sendCode(triggerContext, user, 'VerifyUserAttribute', contact) }
  },
)
