import { attributeRecord } from '../account/attributes.ts'
import { sendCode } from '../account/codes.ts'
import { recoveryContact } from '../account/delivery.ts'
import { removeUser } from '../account/remove-user.ts'
import { checkNewPassword, setPassword } from '../account/set-password.ts'
import { afterConfirmation } from '../account/sign-up-triggers.ts'
import { updateAttributes } from '../account/update-attributes.ts'
import type { Operation } from '../operations/operation.ts'
import { authFactorsAnswer } from '../operations/get-user-auth-factors.ts'
import { mfaPreference, setMfaPreference } from '../operations/set-user-mfa-preference.ts'
import { accountRefusals } from '../refusals/account.ts'
import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import { model, required } from '../requests/model.ts'
import { administrative, ofUser, userInPool } from './administrative-operation.ts'
import { adminUser } from './user-answer.ts'

/** What an administrator does with one user that is there. */
export const userOperations: readonly Operation[] = [
  administrative('AdminGetUser', ofUser, (state, input) =>
    adminUser(userInPool(state, input).user),
  ),

  administrative('AdminConfirmSignUp', { ...ofUser, ClientMetadata: model.map }, (state, input) => {
    const { pool, user } = userInPool(state, input)
    if (user.status !== 'UNCONFIRMED') refuse(accountRefusals.notConfirmable(user.status))
    user.status = 'CONFIRMED'
    user.modifiedAt = state.ports.now()
    afterConfirmation({ state, pool, clientMetadata: input.ClientMetadata }, user, 'ConfirmSignUp')
    return {}
  }),

  administrative('AdminDisableUser', ofUser, (state, input) => {
    const { pool, user } = userInPool(state, input)
    user.enabled = false
    user.modifiedAt = state.ports.now()
    state.grants.revokeAllOf(pool, user)
    return {}
  }),

  administrative('AdminEnableUser', ofUser, (state, input) => {
    const { user } = userInPool(state, input)
    user.enabled = true
    user.modifiedAt = state.ports.now()
    return {}
  }),

  administrative('AdminDeleteUser', ofUser, (state, input) => {
    const { pool, user } = userInPool(state, input)
    removeUser(state, pool, user)
    return undefined
  }),

  administrative('AdminUserGlobalSignOut', ofUser, (state, input) => {
    const { pool, user } = userInPool(state, input)
    state.grants.revokeAllOf(pool, user)
    return {}
  }),

  administrative(
    'AdminSetUserPassword',
    { ...ofUser, Password: required(model.password), Permanent: model.flag },
    (state, input) => {
      const { pool, user } = userInPool(state, input)
      checkNewPassword(pool, user, input.Password)
      setPassword(user, input.Password, state.ports.now())
      user.status = input.Permanent ? 'CONFIRMED' : 'FORCE_CHANGE_PASSWORD'
      return {}
    },
  ),

  administrative(
    'AdminResetUserPassword',
    { ...ofUser, ClientMetadata: model.map },
    (state, input) => {
      const { pool, user } = userInPool(state, input)
      if (user.status === 'FORCE_CHANGE_PASSWORD' || user.status === 'UNCONFIRMED')
        refuse(accountRefusals.notResettable)
      const contact = recoveryContact(pool, user) ?? refuse(accountRefusals.noVerifiedContact)
      const triggerContext = { state, pool, clientMetadata: input.ClientMetadata }
      sendCode(triggerContext, user, 'ForgotPassword', contact)
      user.status = 'RESET_REQUIRED'
      return {}
    },
  ),

  administrative(
    'AdminUpdateUserAttributes',
    { ...ofUser, UserAttributes: required(model.attributes), ClientMetadata: model.map },
    (state, input) => {
      const { pool, user } = userInPool(state, input)
      const triggerContext = { state, pool, clientMetadata: input.ClientMetadata }
      updateAttributes(triggerContext, user, attributeRecord(input.UserAttributes))
      return {}
    },
  ),

  administrative(
    'AdminDeleteUserAttributes',
    { ...ofUser, UserAttributeNames: required({ kind: 'list', of: model.attributeName }) },
    (state, input) => {
      const { pool, user } = userInPool(state, input)
      const emptied = Object.fromEntries(input.UserAttributeNames.map((name) => [name, '']))
      updateAttributes({ state, pool }, user, emptied)
      return {}
    },
  ),

  administrative('AdminSetUserMFAPreference', { ...ofUser, ...mfaPreference }, (state, input) => {
    const { pool, user } = userInPool(state, input)
    setMfaPreference(pool, user, input)
    return {}
  }),

  administrative('AdminGetUserAuthFactors', ofUser, (state, input) => {
    const { pool, user } = userInPool(state, input)
    return authFactorsAnswer(pool, user)
  }),

  administrative('AdminDeleteSoftwareToken', ofUser, (state, input) => {
    const { user } = userInPool(state, input)
    if (!user.softwareToken) refuse(refusals.softwareTokenMissing)
    user.softwareToken = undefined
    user.enabledMfa = user.enabledMfa.filter((method) => method !== 'SOFTWARE_TOKEN_MFA')
    if (user.preferredMfa === 'SOFTWARE_TOKEN_MFA') user.preferredMfa = undefined
    user.modifiedAt = state.ports.now()
    return {}
  }),

  administrative(
    'AdminListUserAuthEvents',
    {
      ...ofUser,
      MaxResults: { kind: 'number', min: 0, max: 60 },
      NextToken: model.nextToken,
    },
    (state, input) => {
      userInPool(state, input)
      return refuse(accountRefusals.addOnOff)
    },
  ),
]
