import { checkCode, spendCode } from '../account/codes.ts'
import { codeUser, namedUser, clientCallByName } from '../account/named-user.ts'
import { checkNewPassword, setPassword } from '../account/set-password.ts'
import { afterConfirmation } from '../account/sign-up-triggers.ts'
import { accountRefusals } from '../refusals/account.ts'
import { callContext, model, required } from '../requests/model.ts'
import { forgetFailures } from '../state/lock-out.ts'
import { defineOperation } from './operation.ts'

/** ConfirmForgotPassword: a new password for the code that ForgotPassword sent. */
export const confirmForgotPassword = defineOperation(
  'ConfirmForgotPassword',
  {
    ...namedUser,
    ConfirmationCode: required(model.code),
    Password: required(model.password),
    ClientMetadata: model.map,
    ...callContext,
  },
  (state, input) => {
    const clientCall = { ...clientCallByName(state, input), clientMetadata: input.ClientMetadata }
    const user = codeUser(clientCall, input.Username, accountRefusals.codeWrong)
    checkCode(state, user, 'password', input.ConfirmationCode)
    // A password that will not do leaves the code as it is, for another attempt.
    checkNewPassword(clientCall.pool, user, input.Password, 'Password does not conform to policy')
    spendCode(user, 'password')
    setPassword(user, input.Password, state.ports.now())
    forgetFailures(user)
    user.status = 'CONFIRMED'
    afterConfirmation(clientCall, user, 'ConfirmForgotPassword')
    return {}
  },
)
