import { attributeRecord, checkRequired, checkWritable } from '../account/attributes.ts'
import { sendCode } from '../account/codes.ts'
import { contactOf } from '../account/delivery.ts'
import { namedUser, placeOfNamed } from '../account/named-user.ts'
import { addUser, checkNewUser, withContact } from '../account/new-user.ts'
import { accountRefusals } from '../refusals/account.ts'
import { refuse } from '../refusals/refusal.ts'
import { model } from '../requests/model.ts'
import { checkPasswordPolicy } from '../sign-in/password-policy.ts'
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
  },
  (state, input) => {
    const place = placeOfNamed(state, input)
    const { pool, client } = place
    const { allowAdminCreateUserOnly, passwordPolicy, autoVerifiedAttributes } = pool.settings
    if (allowAdminCreateUserOnly) refuse(accountRefusals.signUpClosed)
    const canDoWithoutPassword = client.explicitAuthFlows.includes('ALLOW_USER_AUTH')
    if (!input.Password && !canDoWithoutPassword) refuse(accountRefusals.passwordNeeded)
    const attributes = attributeRecord(input.UserAttributes)
    checkWritable(client, Object.keys(attributes))
    const user = {
      typed: input.Username,
      password: input.Password,
      attributes,
      status: 'UNCONFIRMED',
    } as const
    checkNewUser(pool, user)
    checkRequired(pool, withContact(pool, input.Username, attributes))
    if (input.Password) checkPasswordPolicy(passwordPolicy, input.Password)

    const added = addUser(state, pool, user)
    const contact = contactOf(added, autoVerifiedAttributes)
    return {
      ...(contact ? { CodeDeliveryDetails: sendCode(state, pool, added, 'sign-up', contact) } : {}),
      // Good for ConfirmSignUp alone, and of use only where a sign-in can go on from there.
      ...(canDoWithoutPassword
        ? { Session: state.sessions.issue(place, added, 'SIGN_UP').text }
        : {}),
      UserConfirmed: false,
      UserSub: added.sub,
    }
  },
)
