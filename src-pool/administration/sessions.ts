import { sessionAnswer } from '../account/session-answer.ts'
import { checkNotLite } from '../configuration/check-tier.ts'
import type { Operation } from '../operations/operation.ts'
import { accountRefusals } from '../refusals/account.ts'
import { refuse } from '../refusals/refusal.ts'
import { kept, model, required } from '../requests/model.ts'
import type { Pool } from '../state/pool.ts'
import { administrative, inPool, ofUser, poolById, userInPool } from './administrative-operation.ts'
import { clientIn, ofClient, replaceClient } from './user-pool-clients.ts'

const feature = 'Session Management'

const configuration = (pool: Pool) => ({
  TokenSession: { MaxPerUser: pool.settings.sessions.maxPerUser },
  UserPoolId: pool.id,
  UserSessionTracking: pool.settings.sessions.isTracked ? 'ENABLED' : 'DISABLED',
})

/** Sessions of users: whether they are tracked, how many there may be, and their end. */
export const sessionOperations: readonly Operation[] = [
  administrative('GetUserPoolSessionConfiguration', inPool, (state, input) =>
    configuration(poolById(state, input.UserPoolId)),
  ),

  administrative(
    'SetUserPoolSessionConfiguration',
    {
      ...inPool,
      UserSessionTracking: required({ kind: 'text', values: ['ENABLED', 'DISABLED'] } as const),
      TokenSession: required({
        kind: 'structure',
        members: { MaxPerUser: required({ kind: 'number', min: 1, max: 100 } as const) },
      } as const),
    },
    (state, input) => {
      const pool = poolById(state, input.UserPoolId)
      checkNotLite(pool.settings, feature)
      pool.settings = {
        ...pool.settings,
        sessions: {
          isTracked: input.UserSessionTracking === 'ENABLED',
          maxPerUser: input.TokenSession.MaxPerUser,
        },
      }
      return configuration(pool)
    },
  ),

  administrative('GetUserPoolClientSessionConfiguration', ofClient, (state, input) => {
    const client = clientIn(poolById(state, input.UserPoolId), input.ClientId)
    return { ...ids(input), SSOSession: client.ssoSession }
  }),

  administrative(
    'SetUserPoolClientSessionConfiguration',
    // Managed login is not here, so its sessions have no effect.
    {
      ...ofClient,
      SSOSession: required(
        kept({
          kind: 'structure',
          members: { MaxValidityMinutes: required({ kind: 'number', min: 1 } as const) },
        } as const),
      ),
    },
    (state, input) => {
      const pool = poolById(state, input.UserPoolId)
      checkNotLite(pool.settings, feature)
      if (!pool.settings.sessions.isTracked) refuse(accountRefusals.sessionsNotTracked)
      const client = clientIn(pool, input.ClientId)
      replaceClient(pool, client, { ...client, ssoSession: input.SSOSession })
      return { ...ids(input), SSOSession: input.SSOSession }
    },
  ),

  administrative(
    'AdminListUserSessions',
    // Never more than a hundred, which is one page.
    { ...ofUser, NextToken: model.open },
    (state, input) => {
      const { pool, user } = userInPool(state, input)
      if (!pool.settings.sessions.isTracked) refuse(accountRefusals.sessionsNotTracked)
      return { Sessions: state.grants.aliveOf(pool, user).map((grant) => sessionAnswer(grant)) }
    },
  ),

  administrative(
    'AdminRevokeUserSession',
    {
      ...ofUser,
      SessionId: required(model.open),
      RevokeAssociatedSessions: model.associatedSessions,
    },
    (state, input) => {
      const { pool, user } = userInPool(state, input)
      if (!pool.settings.sessions.isTracked) refuse(accountRefusals.sessionsNotTracked)
      const grant =
        state.grants.aliveOf(pool, user).find(({ sessionId }) => sessionId === input.SessionId) ??
        refuse(accountRefusals.sessionUnknown)
      grant.revoked = true
      return {}
    },
  ),
]

const ids = ({
  UserPoolId,
  ClientId,
}: {
  readonly UserPoolId: string
  readonly ClientId: string
}) => ({
  ClientId,
  UserPoolId,
})
