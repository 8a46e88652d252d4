import { sendCode } from '../account/codes.ts'
import { contactOf, simulatedDelivery } from '../account/delivery.ts'
import { namedUser, clientCallByName } from '../account/named-user.ts'
import { accountRefusals } from '../refusals/account.ts'
import { refuse } from '../refusals/refusal.ts'
import { callContext, model } from '../requests/model.ts'
import { findUser } from '../state/find-user.ts'
import { defineOperation } from './operation.ts'

/** ResendConfirmationCode: another code for a sign-up, and the earlier one is void. */
export const resendConfirmationCode = defineOperation(
  'ResendConfirmationCode',
  { ...namedUser, ClientMetadata: model.map, ...callContext },
  (state, input) => {
    const clientCall = { ...clientCallByName(state, input), clientMetadata: input.ClientMetadata }
    const { pool, client } = clientCall
    const user = findUser(pool, input.Username)
    if (!user)
      return client.preventUserExistenceErrors === 'ENABLED'
        ? { CodeDeliveryDetails: simulatedDelivery(input.Username) }
        : refuse(accountRefusals.codeUserUnknown)
    if (user.status !== 'UNCONFIRMED') refuse(accountRefusals.alreadyConfirmed)
    const contact =
      contactOf(user, pool.settings.autoVerifiedAttributes) ??
      refuse(accountRefusals.nothingToResend)
    return { CodeDeliveryDetails: sendCode(clientCall, user, 'ResendCode', contact) }
  },
)
