import { attributeRecord, checkRequired, checkWritable } from '../account/attributes.ts'
import { sendCode } from '../account/codes.ts'
import { contactOf } from '../account/delivery.ts'
import { namedUser, clientCallByName } from '../account/named-user.ts'
import { addUser, checkNewUser, withContact } from '../account/new-user.ts'
import { afterConfirmation, beforeSignUp } from '../account/sign-up-triggers.ts'
import { accountRefusals } from '../refusals/account.ts'
import { refuse } from '../refusals/refusal.ts'
import { callContext, model } from '../requests/model.ts'
import { checkPasswordPolicy } from '../credentials/password-policy.ts'
import { uuidOf } from '../state/uuid.ts'
import { defineOperation } from './operation.ts'

/** SignUp: a person makes an account, which a code then confirms. */
export const signUp = defineOperation(
  'SignUp',
  {
    ...namedUser,
    Password: model.password,
    UserAttributes: model.attributes,
    ValidationData: model.attributes,
    ClientMetadata: model.map,
    ...callContext,
  },
  (state, input) => {
    const clientCall = { ...clientCallByName(state, input), clientMetadata: input.ClientMetadata }
    const { pool, client } = clientCall
    const { allowAdminCreateUserOnly, passwordPolicy, autoVerifiedAttributes } = pool.settings
    if (allowAdminCreateUserOnly) refuse(accountRefusals.signUpClosed)
    const canDoWithoutPassword = client.explicitAuthFlows.includes('ALLOW_USER_AUTH')
    if (!input.Password && !canDoWithoutPassword) refuse(accountRefusals.passwordNeeded)
    const attributes = attributeRecord(input.UserAttributes)
    checkWritable(client, Object.keys(attributes))
    const named = {
      typed: input.Username,
      password: input.Password,
      attributes,
      sub: uuidOf(state.ports.randomBytes(16)),
      status: 'UNCONFIRMED',
    } as const
    checkNewUser(pool, named)
    checkRequired(pool, withContact(pool, input.Username, attributes))
    if (input.Password) checkPasswordPolicy(passwordPolicy, input.Password)

    const preSignUp = beforeSignUp(clientCall, named, 'PreSignUp_SignUp', input.ValidationData)
    const isPreferredNameAlias = pool.settings.aliasAttributes.includes('preferred_username')
    // That a user whom PreSignUp confirms may have one is assumed.
    if (isPreferredNameAlias && attributes.preferred_username && preSignUp.status !== 'CONFIRMED')
      refuse(accountRefusals.preferredUsernameTooEarly)
    const added = addUser(state, pool, { ...named, ...preSignUp })
    const isConfirmed = added.status === 'CONFIRMED'
    if (isConfirmed) afterConfirmation(clientCall, added, 'ConfirmSignUp')
    const contact = isConfirmed ? undefined : contactOf(added, autoVerifiedAttributes)
    return {
      ...(contact ? { CodeDeliveryDetails: sendCode(clientCall, added, 'SignUp', contact) } : {}),
      // Good for ConfirmSignUp alone, and of use only where a sign-in can go on from there.
      ...(canDoWithoutPassword && !isConfirmed
        ? { Session: state.sessions.issue(clientCall, added, 'SIGN_UP').text }
        : {}),
      UserConfirmed: isConfirmed,
      UserSub: added.sub,
    }
  },
)
