import { holderOf, isEmail } from '../account/attributes.ts'
import { checkCode, spendCode } from '../account/codes.ts'
import { isContactAttribute } from '../account/delivery.ts'
import { codeUser, namedUser, clientCallByName } from '../account/named-user.ts'
import { afterConfirmation } from '../account/sign-up-triggers.ts'
import { accountRefusals } from '../refusals/account.ts'
import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import { callContext, model, required } from '../requests/model.ts'
import type { User } from '../state/pool.ts'
import type { ClientCall } from '../state/practice-state.ts'
import { defineOperation } from './operation.ts'

/**
 * ConfirmSignUp: the code confirms the account and verifies where it was sent. Where a client has
 * USER_AUTH, the answer has a session that lets a sign-in go on without another factor. Amplify
 * relies on that without sending the session of SignUp (its `confirmSignUp`), so it is not needed.
 */
export const confirmSignUp = defineOperation(
  'ConfirmSignUp',
  {
    ...namedUser,
    ConfirmationCode: required(model.code),
    ForceAliasCreation: model.flag,
    ClientMetadata: model.map,
    ...callContext,
    Session: model.session,
  },
  (state, input) => {
    const clientCall = { ...clientCallByName(state, input), clientMetadata: input.ClientMetadata }
    const user = codeUser(clientCall, input.Username)
    if (user.status !== 'UNCONFIRMED') refuse(accountRefusals.notConfirmable(user.status))
    const session =
      input.Session && state.sessions.open(input.Session, clientCall.client, 'SIGN_UP')
    if (session && session.username !== user.username) refuse(refusals.sessionInvalid)
    const { destination } = checkCode(state, user, 'sign-up', input.ConfirmationCode)
    verifyContact(clientCall, user, destination, input.ForceAliasCreation ?? false)
    spendCode(user, 'sign-up')
    user.status = 'CONFIRMED'
    user.modifiedAt = state.ports.now()
    if (session) session.spent = true
    afterConfirmation(clientCall, user, 'ConfirmSignUp')
    if (!clientCall.client.explicitAuthFlows.includes('ALLOW_USER_AUTH')) return {}
    const factor = isEmail(destination) ? 'email_otp' : 'sms'
    const confirmed = {
      ...clientCall,
      passedFactors: { ...clientCall.passedFactors, factors: [factor] },
    } as const
    return { Session: state.sessions.issue(confirmed, user, 'CONFIRM_SIGN_UP').text }
  },
)

/** Marks what the code was sent to as verified, unless it is another user's alias already. */
function verifyContact({ pool }: ClientCall, user: User, destination: string, isForced: boolean) {
  const attribute = Object.keys(user.attributes)
    .filter(isContactAttribute)
    .find((name) => user.attributes[name] === destination)
  if (!attribute) return
  const holder = holderOf(pool, attribute, destination, user)
  if (holder && !isForced) refuse(accountRefusals.aliasTakenAtConfirmation(attribute))
  if (holder) holder.attributes[`${attribute}_verified`] = 'false'
  user.attributes[`${attribute}_verified`] = 'true'
}
