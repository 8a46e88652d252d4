import { accountRefusals } from '../refusals/account.ts'
import { refuse } from '../refusals/refusal.ts'
import { model, required } from '../requests/model.ts'
import { checkAccessToken } from '../tokens/check-access-token.ts'
import { defineOperation } from './operation.ts'

/** RevokeUserSession: ends another sign-in of the token's owner. */
export const revokeUserSession = defineOperation(
  'RevokeUserSession',
  {
    AccessToken: required(model.token),
    SessionId: required({ kind: 'text' }),
    RevokeAssociatedSessions: model.associatedSessions,
  },
  async (state, { AccessToken, SessionId }) => {
    const { clientCall, user, grant: current } = await checkAccessToken(state, AccessToken)
    if (!clientCall.pool.settings.sessions.isTracked) refuse(accountRefusals.sessionsNotTracked)
    if (SessionId === current?.sessionId) refuse(accountRefusals.sessionIsOwn)
    const grant =
      state.grants
        .aliveOf(clientCall.pool, user)
        .find(({ sessionId }) => sessionId === SessionId) ?? refuse(accountRefusals.sessionUnknown)
    grant.revoked = true
    return {}
  },
)
