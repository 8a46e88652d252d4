import { beforeEach, describe, expect, it } from 'vitest'
import { passwordSignIn, poolUnderTest, type PoolUnderTest } from '../test-bed/pool-under-test.ts'

const password = 'Practice-Password-1!'
const secret = '0practicesecret0that0guards0nothing0but0a0test00001'
const flows = ['ALLOW_USER_PASSWORD_AUTH'] as const
let test: PoolUnderTest

beforeEach(() => {
  test = poolUnderTest({
    pools: [
      {
        id: 'us-east-1_Rotation1',
        sessions: { isTracked: true, maxPerUser: 3 },
        clients: [
          { name: 'plain', id: 'plain', explicitAuthFlows: [...flows, 'ALLOW_REFRESH_TOKEN_AUTH'] },
          {
            name: 'rotating',
            id: 'rotating',
            secret,
            explicitAuthFlows: [...flows],
            refreshTokenRotation: { retryGracePeriodSeconds: 30 },
          },
        ],
        users: [{ username: 'ann', password }],
      },
    ],
  })
})

const hash = async () => {
  const { hashOf } = await import('../test-bed/pool-under-test.ts')
  return { SECRET_HASH: hashOf(secret, 'ann', 'rotating') }
}
const signIn = async (ClientId: string) => {
  const more = ClientId === 'rotating' ? await hash() : {}
  const input = passwordSignIn(ClientId, 'ann', password, more)
  const { AuthenticationResult = {} } = await test.succeed('InitiateAuth', input)
  return { RefreshToken: '', AccessToken: '', ...AuthenticationResult }
}
const rotating = (RefreshToken = '') => ({
  ClientId: 'rotating',
  ClientSecret: secret,
  RefreshToken,
})
const rotate = async (token: string) =>
  (await test.succeed('GetTokensFromRefreshToken', rotating(token))).AuthenticationResult
    ?.RefreshToken ?? ''

describe('GetTokensFromRefreshToken', () => {
  it('gives no other refresh token where the client does not rotate', async () => {
    const { RefreshToken } = await signIn('plain')
    const answer = await test.succeed('GetTokensFromRefreshToken', {
      ClientId: 'plain',
      RefreshToken,
    })
    expect(Object.keys(answer)).toEqual(['AuthenticationResult'])
    expect(answer.AuthenticationResult).not.toHaveProperty('RefreshToken')
  })

  it('requires the client secret itself', async () => {
    const { RefreshToken } = await signIn('rotating')
    const input = { ...rotating(RefreshToken), ClientSecret: undefined }
    expect(await test.refusal('GetTokensFromRefreshToken', input)).toMatch('NotAuthorizedException')
  })

  it('rotates: the old token works only within its grace period, and the new one afterwards too', async () => {
    const { RefreshToken } = await signIn('rotating')
    const second = await rotate(RefreshToken)
    expect(second).not.toBe(RefreshToken)
    test.wait(29)
    expect(await rotate(RefreshToken)).toBe(second)
    test.wait(1)
    expect(await test.refusal('GetTokensFromRefreshToken', rotating(RefreshToken))).toMatch(
      'RefreshTokenReuseException',
    )
    expect(await rotate(second)).not.toBe(second)
  })

  it('does not lengthen the life of a sign-in by rotating', async () => {
    const { RefreshToken } = await signIn('rotating')
    test.wait(2_592_000 - 10)
    const second = await rotate(RefreshToken)
    test.wait(10)
    expect(await test.refusal('GetTokensFromRefreshToken', rotating(second))).toBe(
      'NotAuthorizedException: Refresh Token has expired',
    )
  })

  it('leaves no way past the rotation: the refresh flow is off', async () => {
    const { RefreshToken } = await signIn('rotating')
    const input = {
      AuthFlow: 'REFRESH_TOKEN_AUTH',
      ClientId: 'rotating',
      AuthParameters: { REFRESH_TOKEN: RefreshToken, ...(await hash()) },
    }
    expect(await test.refusal('InitiateAuth', input)).toBe(
      'InvalidParameterException: Auth flow not enabled for this client',
    )
  })

  it('ends with a revocation, even of a token that was rotated out', async () => {
    const { RefreshToken } = await signIn('rotating')
    const second = await rotate(RefreshToken)
    await test.succeed('RevokeToken', {
      ClientId: 'rotating',
      ClientSecret: secret,
      Token: RefreshToken,
    })
    expect(await test.refusal('GetTokensFromRefreshToken', rotating(second))).toBe(
      'NotAuthorizedException: Refresh Token has been revoked',
    )
  })
})

describe('sessions of a user', () => {
  it('are listed, and another one can be ended with its tokens, but not one’s own', async () => {
    const here = await signIn('plain')
    const there = await signIn('plain')
    const { AccessToken } = here
    const { Sessions = [] } = await test.succeed('ListUserSessions', { AccessToken })
    expect(Sessions.map(({ IsCurrentSession }) => IsCurrentSession)).toEqual([false, true])
    const [other, own] = Sessions.map(({ SessionId }) => SessionId)
    expect(other).toMatch(/^tkn[0-9a-z]{25}$/)
    const revoke = (SessionId = '') => ({ AccessToken, SessionId })
    expect(await test.refusal('RevokeUserSession', revoke(own))).toMatch('InvalidParameter')
    await test.succeed('RevokeUserSession', revoke(other))
    expect(await test.refusal('GetUser', { AccessToken: there.AccessToken })).toBe(
      'NotAuthorizedException: Access Token has been revoked',
    )
    await test.succeed('GetUser', { AccessToken })
  })

  it('end silently when there are too many, the least recently used first', async () => {
    const first = await signIn('plain')
    test.wait(1)
    for (const _ of [1, 2, 3]) await signIn('plain')
    expect(await test.refusal('GetUser', { AccessToken: first.AccessToken })).toBe(
      'NotAuthorizedException: Access Token has been revoked',
    )
  })

  it('are not listed where the pool does not track them', async () => {
    await test.succeed('SetUserPoolSessionConfiguration', {
      UserPoolId: 'us-east-1_Rotation1',
      UserSessionTracking: 'DISABLED',
      TokenSession: { MaxPerUser: 20 },
    })
    const { AccessToken } = await signIn('plain')
    expect(await test.refusal('ListUserSessions', { AccessToken })).toMatch(
      'OperationNotEnabledException',
    )
  })
})
