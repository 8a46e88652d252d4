import { expect } from 'vitest'
import { createdClient, createdPool, createdUser, exchange, signedIn } from '../exchange.ts'

const untracked =
  'OperationNotEnabledException: Session tracking is not enabled for this user pool.'

/** Session management: off at first, a limit with silent eviction, and the administrator’s forms. */
export default exchange({
  topic: 'tiers and new features',
  async play(pool) {
    const UserPoolId = await createdPool(pool)
    const { ClientId } = await createdClient(pool, UserPoolId)
    await createdUser(pool, UserPoolId, 'ann')
    const { AccessToken } = await signedIn(pool, ClientId, 'ann')
    expect(await pool.refusal('ListUserSessions', { AccessToken })).toBe(untracked)
    const user = { UserPoolId, Username: 'ann' }
    expect(await pool.refusal('AdminListUserSessions', user)).toBe(untracked)
    expect(await pool.succeed('GetUserPoolSessionConfiguration', { UserPoolId })).toMatchObject({
      TokenSession: { MaxPerUser: 20 },
      UserSessionTracking: 'DISABLED',
    })

    const limits = { TokenSession: { MaxPerUser: 2 }, UserSessionTracking: 'ENABLED' }
    await pool.succeed('SetUserPoolSessionConfiguration', { UserPoolId, ...limits })
    const ofClient = { UserPoolId, ClientId }
    const SSOSession = { MaxValidityMinutes: 30 }
    await pool.succeed('SetUserPoolClientSessionConfiguration', { ...ofClient, SSOSession })
    expect(await pool.succeed('GetUserPoolClientSessionConfiguration', ofClient)).toMatchObject({
      SSOSession,
    })

    const ExplicitAuthFlows = ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH']
    await pool.succeed('UpdateUserPoolClient', { ...ofClient, ExplicitAuthFlows })
    expect(await pool.succeed('GetUserPoolClientSessionConfiguration', ofClient)).toMatchObject({
      SSOSession,
    })

    const first = await signedIn(pool, ClientId, 'ann')
    pool.wait(1)
    const second = await signedIn(pool, ClientId, 'ann')
    pool.wait(1)
    // A third sign-in ends the one that was used longest ago, and says nothing of it.
    const third = await signedIn(pool, ClientId, 'ann')
    const refresh = ({ RefreshToken = '' }: Readonly<Record<string, string>>) => ({
      AuthFlow: 'REFRESH_TOKEN_AUTH',
      ClientId,
      AuthParameters: { REFRESH_TOKEN: RefreshToken },
    })
    expect(await pool.refusal('InitiateAuth', refresh(first))).toMatch('NotAuthorizedException')
    await pool.succeed('InitiateAuth', refresh(second))

    const listed = await pool.succeed('ListUserSessions', { AccessToken: third['AccessToken'] })
    expect(listed.Sessions).toHaveLength(2)
    const other = listed.Sessions?.find(({ IsCurrentSession }) => !IsCurrentSession)
    expect(other?.SessionId).toMatch(/^tkn/)
    await pool.succeed('RevokeUserSession', {
      AccessToken: third['AccessToken'],
      SessionId: other?.SessionId,
    })
    expect(await pool.refusal('InitiateAuth', refresh(second))).toBe(
      'NotAuthorizedException: Refresh Token has been revoked',
    )
    const { Sessions } = await pool.succeed('AdminListUserSessions', user)
    expect(Sessions).toHaveLength(1)
    const SessionId = Sessions?.[0]?.SessionId
    await pool.succeed('AdminRevokeUserSession', { ...user, SessionId })
    expect((await pool.succeed('AdminListUserSessions', user)).Sessions).toEqual([])
  },
})
