import { sessionAnswer } from '../account/session-answer.ts'
import { accountRefusals } from '../refusals/account.ts'
import { refuse } from '../refusals/refusal.ts'
import { model, required } from '../requests/model.ts'
import { checkAccessToken } from '../tokens/check-access-token.ts'
import { defineOperation } from './operation.ts'

/** ListUserSessions: the sign-ins of the token's owner that are not over, newest first. */
export const listUserSessions = defineOperation(
  'ListUserSessions',
  { AccessToken: required(model.token), NextToken: { kind: 'text' } },
  async (state, { AccessToken }) => {
    const { clientCall, user, grant: current } = await checkAccessToken(state, AccessToken)
    if (!clientCall.pool.settings.sessions.isTracked) refuse(accountRefusals.sessionsNotTracked)
    return {
      Sessions: state.grants
        .aliveOf(clientCall.pool, user)
        .map((grant) => sessionAnswer(grant, current)),
    }
  },
)
