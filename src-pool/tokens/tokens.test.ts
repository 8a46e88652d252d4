import { beforeEach, describe, expect, it } from 'vitest'
import { decodeProtectedHeader } from 'jose'
import {
  hashOf,
  passwordSignIn,
  poolUnderTest,
  type PoolUnderTest,
} from '../test-bed/pool-under-test.ts'

let test: PoolUnderTest
let web: string
const password = 'Practice-Password-1!'

beforeEach(() => {
  test = poolUnderTest()
  web = test.pool.describe()[0]?.clients['web-public']?.clientId ?? ''
})

const signIn = async () => {
  const { AuthenticationResult: tokens = {} } = await test.succeed(
    'InitiateAuth',
    passwordSignIn(web, 'alice', password),
  )
  const { IdToken = '', AccessToken = '', RefreshToken = '' } = tokens
  return { IdToken, AccessToken, RefreshToken }
}
const claims = (token: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<
    string,
    unknown
  >
const refresh = (REFRESH_TOKEN: string, ClientId = web, more: Record<string, string> = {}) => ({
  AuthFlow: 'REFRESH_TOKEN_AUTH',
  ClientId,
  AuthParameters: { REFRESH_TOKEN, ...more },
})

describe('tokens', () => {
  it('have headers with kid and alg only, with a different kid for each kind', async () => {
    const { IdToken, AccessToken } = await signIn()
    const id = decodeProtectedHeader(IdToken)
    const access = decodeProtectedHeader(AccessToken)
    expect(Object.keys(id)).toEqual(['kid', 'alg'])
    expect(id.alg).toBe('RS256')
    expect(id.kid).toMatch(/^[A-Za-z0-9+/]{43}=$/)
    expect(access.kid).not.toBe(id.kid)
  })

  it('carry the claims of their kind: aud in one, client_id and scope in the other', async () => {
    const { IdToken, AccessToken } = await signIn()
    const time = Math.floor(test.now() / 1000)
    expect(claims(IdToken)).toMatchObject({
      aud: web,
      iss: 'http://127.0.0.1:1/us-east-1_Practice1',
      token_use: 'id',
      'cognito:username': 'alice',
      'cognito:groups': ['practice'],
      email: 'alice@example.com',
      email_verified: true,
      auth_time: time,
      iat: time,
      exp: time + 3600,
    })
    expect(claims(AccessToken)).not.toHaveProperty('aud')
    expect(claims(AccessToken)).not.toHaveProperty('email')
    expect(claims(AccessToken)).toMatchObject({ username: 'alice', client_id: web })
  })

  it('have a refresh token of five parts that begins as the real one does', async () => {
    const { RefreshToken } = await signIn()
    expect(RefreshToken).toMatch(
      /^eyJjdHkiOiJKV1QiLCJlbmMiOiJBMjU2R0NNIiwiYWxnIjoiUlNBLU9BRVAifQ(\.[\w-]+){4}$/,
    )
    expect(RefreshToken.length).toBeGreaterThan(1600)
    expect(RefreshToken.length).toBeLessThan(2000)
  })
})

describe('a refresh', () => {
  it('gives new tokens that keep the time of the sign-in', async () => {
    const { RefreshToken, AccessToken } = await signIn()
    const { auth_time, origin_jti, jti } = claims(AccessToken)
    test.wait(600)
    const { AuthenticationResult: fresh = {} } = await test.succeed(
      'InitiateAuth',
      refresh(RefreshToken),
    )
    expect(fresh.RefreshToken).toBeUndefined()
    const after = claims(fresh.AccessToken ?? '')
    expect(after).toMatchObject({ auth_time, origin_jti, iat: Number(auth_time) + 600 })
    expect(after.jti).not.toBe(jti)
  })

  it('is refused with a text for each reason', async () => {
    const { RefreshToken } = await signIn()
    const server = test.pool.describe()[0]?.clients['server-secret']
    const { clientId = '', clientSecret = '' } = server ?? {}
    const SECRET_HASH = hashOf(clientSecret, 'alice', clientId)
    const reason = (input: object) => test.refusal('InitiateAuth', input)
    expect(await reason(refresh('x'))).toBe('NotAuthorizedException: Invalid Refresh Token')
    expect(await reason(refresh(RefreshToken, clientId, { SECRET_HASH }))).toBe(
      'NotAuthorizedException: Refresh Token has different Client',
    )
    test.wait(30 * 86_400)
    expect(await reason(refresh(RefreshToken))).toBe(
      'NotAuthorizedException: Refresh Token has expired',
    )
  })

  it('is refused after RevokeToken, and so are the access tokens of that sign-in alone', async () => {
    const first = await signIn()
    const second = await signIn()
    await test.succeed('RevokeToken', { Token: first.RefreshToken, ClientId: web })
    expect(await test.refusal('InitiateAuth', refresh(first.RefreshToken))).toBe(
      'NotAuthorizedException: Refresh Token has been revoked',
    )
    expect(await test.refusal('GetUser', { AccessToken: first.AccessToken })).toBe(
      'NotAuthorizedException: Access Token has been revoked',
    )
    await test.succeed('GetUser', { AccessToken: second.AccessToken })
  })
})

describe('RevokeToken', () => {
  it('accepts refresh tokens only, unknown ones included', async () => {
    const { AccessToken } = await signIn()
    expect(await test.refusal('RevokeToken', { Token: AccessToken, ClientId: web })).toMatch(
      'UnsupportedTokenTypeException',
    )
    expect(await test.succeed('RevokeToken', { Token: 'a.b.c.d.e', ClientId: web })).toEqual({})
  })
})

describe('an access token', () => {
  const getUser = (AccessToken: string) => test.refusal('GetUser', { AccessToken })

  it('is refused with a text for each reason', async () => {
    const { AccessToken, IdToken } = await signIn()
    expect(await getUser('not-a-token')).toBe('NotAuthorizedException: Invalid Access Token')
    expect(await getUser(IdToken)).toBe('NotAuthorizedException: Invalid Access Token')
    const stranger = `eyJraWQiOiJ4IiwiYWxnIjoiUlMyNTYifQ.${AccessToken.split('.').slice(1).join('.')}`
    const altered = `${AccessToken.slice(0, -6)}AAAAAA`
    for (const token of [stranger, altered])
      expect(await getUser(token)).toBe(
        'NotAuthorizedException: Could not verify signature for Access Token',
      )
    test.wait(3600)
    expect(await getUser(AccessToken)).toBe('NotAuthorizedException: Access Token has expired')
  })

  it('of another sign-in is revoked by GlobalSignOut too', async () => {
    const first = await signIn()
    const second = await signIn()
    await test.succeed('GlobalSignOut', { AccessToken: first.AccessToken })
    expect(await getUser(second.AccessToken)).toBe(
      'NotAuthorizedException: Access Token has been revoked',
    )
  })

  it('does not outlive a reset, though the keys do', async () => {
    const { AccessToken } = await signIn()
    test.pool.reset()
    expect(await getUser(AccessToken)).toMatch('revoked')
  })
})

describe('SetUserMFAPreference', () => {
  it('refuses a factor that could not reach the user', async () => {
    const { AccessToken } = await signIn()
    const input = { AccessToken, SoftwareTokenMfaSettings: { Enabled: true } }
    expect(await test.refusal('SetUserMFAPreference', input)).toBe(
      'InvalidParameterException: User does not have delivery config set to turn on SOFTWARE_TOKEN_MFA',
    )
  })
})
