import { sendCode } from '../account/codes.ts'
import { recoveryContact, simulatedDelivery } from '../account/delivery.ts'
import { namedUser, clientCallByName } from '../account/named-user.ts'
import { accountRefusals } from '../refusals/account.ts'
import { refusals } from '../refusals/catalogue.ts'
import { refuse, type RefusalText } from '../refusals/refusal.ts'
import { callContext, model } from '../requests/model.ts'
import { migratedUser } from '../sign-in/migrated-user.ts'
import { findUser } from '../state/find-user.ts'
import { defineOperation } from './operation.ts'

/**
 * ForgotPassword: a code with which to set a new one. A client that hides unknown users gets made-up
 * delivery details wherever the answer would tell something of the user.
 */
export const forgotPassword = defineOperation(
  'ForgotPassword',
  { ...namedUser, ClientMetadata: model.map, ...callContext },
  (state, input) => {
    const clientCall = { ...clientCallByName(state, input), clientMetadata: input.ClientMetadata }
    const { pool, client } = clientCall
    const hideOr = (refusal: RefusalText) =>
      client.preventUserExistenceErrors === 'ENABLED'
        ? { CodeDeliveryDetails: simulatedDelivery(input.Username) }
        : refuse(refusal)
    const user =
      migratedUser(clientCall, input.Username, undefined) ?? findUser(pool, input.Username)
    if (!user) return hideOr(accountRefusals.codeUserUnknown)
    if (!user.enabled) return hideOr(refusals.userDisabled)
    if (user.status === 'FORCE_CHANGE_PASSWORD') return refuse(accountRefusals.notResettable)
    const contact = recoveryContact(pool, user)
    return contact
      ? { CodeDeliveryDetails: sendCode(clientCall, user, 'ForgotPassword', contact) }
      : hideOr(accountRefusals.noVerifiedContact)
  },
)
