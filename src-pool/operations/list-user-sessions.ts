import { model, required } from '../requests/model.ts'
import { checkAccessToken } from '../tokens/check-access-token.ts'
import { defineOperation } from './operation.ts'

/** ListUserSessions: the sign-ins of the token's owner that are not over, newest first. */
export const listUserSessions = defineOperation(
  'ListUserSessions',
  { AccessToken: required(model.token), NextToken: { kind: 'text' } },
  async (state, { AccessToken }) => {
    const { clientCall, user, grant: current } = await checkAccessToken(state, AccessToken)
    return {
      Sessions: state.grants.aliveOf(clientCall.pool, user).map((grant) => ({
        ClientId: grant.clientId,
        CreateDate: grant.signedInAt / 1000,
        DeviceType: 'unknown',
        IsCurrentSession: grant === current,
        LastActiveDate: grant.lastActiveAt / 1000,
        LastIPAddress: '127.0.0.1',
        SessionId: grant.sessionId,
        SessionType: 'TOKEN',
      })),
    }
  },
)
