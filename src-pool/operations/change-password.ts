import { checkAttempts, countAttempt } from '../account/attempts.ts'
import { checkNewPassword, setPassword } from '../account/set-password.ts'
import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import { model, required } from '../requests/model.ts'
import { isSameText } from '../credentials/same-text.ts'
import { checkAccessToken } from '../tokens/check-access-token.ts'
import { defineOperation } from './operation.ts'

/** ChangePassword: someone signed in replaces the password that they know. */
export const changePassword = defineOperation(
  'ChangePassword',
  {
    PreviousPassword: model.password,
    ProposedPassword: required(model.password),
    AccessToken: required(model.token),
  },
  async (state, { PreviousPassword = '', ProposedPassword, AccessToken }) => {
    const { clientCall, user } = await checkAccessToken(state, AccessToken)
    const now = state.ports.now()
    checkAttempts(user, 'change password', now)
    if (!isSameText(PreviousPassword, user.password)) {
      countAttempt(user, 'change password', now)
      refuse(refusals.wrongPassword)
    }
    checkNewPassword(clientCall.pool, user, ProposedPassword)
    setPassword(user, ProposedPassword, now)
    return {}
  },
)
