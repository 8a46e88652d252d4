// What others read off the real service without keeping it whole: headers, claims, sequences.
import { decodeJwt } from 'jose'
import { describe, expect, it } from 'vitest'
import type { ConfigurationInput } from '../configuration/configuration.ts'
import {
  hashOf,
  passwordClaim,
  passwordSignIn,
  poolUnderTest,
  response,
  srpSignIn,
  type AnswerBody,
  type PoolUnderTest,
} from '../test-bed/pool-under-test.ts'
import { startPracticeServer } from '../practice-server.ts'
import recorded from './recorded-answers.json' with { type: 'json' }

const password = 'Practice-Password-1!'
const temporary = 'Temporary-Password-1!'
const NEW_PASSWORD = 'Better-Password-2!'
const respond = 'RespondToAuthChallenge'
const secret = 'practicesecret0that0guards0nothing'
const explicitAuthFlows = [
  'ALLOW_USER_SRP_AUTH',
  'ALLOW_USER_PASSWORD_AUTH',
  'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  'ALLOW_REFRESH_TOKEN_AUTH',
] as const
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const pools: ConfigurationInput = {
  pools: [
    {
      id: 'us-east-1_Shown1',
      clients: [{ name: 'plain', id: 'plain', explicitAuthFlows: [...explicitAuthFlows] }],
      users: [
        { username: 'user', password, groups: ['group'] },
        { username: 'temporary', password: temporary, status: 'FORCE_CHANGE_PASSWORD' },
      ],
    },
    {
      id: 'us-east-1_Shown2',
      usernameAttributes: ['email'],
      autoVerifiedAttributes: ['email'],
      clients: [{ name: 'mail', id: 'mail', secret, explicitAuthFlows: [...explicitAuthFlows] }],
      users: [{ username: 'test@test.com', password, attributes: { email_verified: 'true' } }],
    },
    {
      id: 'us-east-1_Shown3',
      mfaConfiguration: 'ON',
      mfaMethods: ['SOFTWARE_TOKEN_MFA'],
      clients: [{ name: 'mfa', id: 'mfa', explicitAuthFlows: [...explicitAuthFlows] }],
      users: [
        { username: 'user', password },
        { username: 'temporary', password: temporary, status: 'FORCE_CHANGE_PASSWORD' },
      ],
    },
  ],
}

const initiate = (test: PoolUnderTest, input: object) => test.succeed('InitiateAuth', input)
const claimsOf = (token: 'AccessToken' | 'IdToken', { AuthenticationResult }: AnswerBody) =>
  decodeJwt(AuthenticationResult?.[token] ?? '')
const refreshed = (test: PoolUnderTest, { AuthenticationResult }: AnswerBody) =>
  initiate(test, {
    AuthFlow: 'REFRESH_TOKEN',
    ClientId: 'plain',
    AuthParameters: { REFRESH_TOKEN: AuthenticationResult?.['RefreshToken'] ?? '' },
  })
const withMail = {
  ...passwordSignIn('mail', 'test@test.com', password, {
    SECRET_HASH: hashOf(secret, 'test@test.com', 'mail'),
  }),
}

/** Proves a password by SRP without a Session, and gives what follows. */
async function bySrp(test: PoolUnderTest, client: string, name: string, pass: string) {
  const pool = client === 'mfa' ? 'us-east-1_Shown3' : 'us-east-1_Shown1'
  const { Session: _never, ...challenge } = await initiate(test, srpSignIn(client, name))
  expect(challenge.ChallengeName).toBe('PASSWORD_VERIFIER')
  const claim = passwordClaim(pool, challenge, pass, test.now())
  return test.succeed(respond, response(client, challenge, claim))
}

/** Sets an authenticator up in the middle of a sign-in, and gives its secret and the end. */
async function setUp(test: PoolUnderTest, name: string, challenge: AnswerBody) {
  expect(challenge.ChallengeName).toBe('MFA_SETUP')
  const { SecretCode = '', Session } = await test.succeed('AssociateSoftwareToken', {
    Session: challenge.Session,
  })
  const verified = await test.succeed('VerifySoftwareToken', {
    Session,
    UserCode: test.code(SecretCode),
  })
  expect(verified).toMatchObject({ Status: 'SUCCESS' })
  const answer = { ChallengeName: 'MFA_SETUP', Session: verified.Session ?? '' }
  const end = await test.succeed(respond, response('mfa', answer, { USERNAME: name }))
  return { SecretCode, end }
}
const codeFor = (challenge: AnswerBody, USERNAME: string, SOFTWARE_TOKEN_MFA_CODE: string) =>
  response('mfa', challenge, { USERNAME, SOFTWARE_TOKEN_MFA_CODE })
const signUp = (client: string, more: object = {}) => ({
  ClientId: client,
  Username: 'new@test.com',
  Password: password,
  ...more,
})
const hash = { SecretHash: hashOf(secret, 'new@test.com', 'mail') }

async function http(operation: string, input: object | string) {
  const server = await startPracticeServer({ configuration: pools })
  const { headers, status } = await fetch(server.endpoint, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-amz-json-1.1',
      'X-Amz-Target': `AWSCognitoIdentityProviderService.${operation}`,
    },
    body: typeof input === 'string' ? input : JSON.stringify(input),
  })
  await server.close()
  return { status, headers }
}

/** What each of them is compared with, by its name. */
const checks: Readonly<Record<string, (test: PoolUnderTest) => Promise<void>>> = {
  'quoted: PASSWORD_VERIFIER, raw headers and body': async (test) => {
    const { headers } = await http('InitiateAuth', srpSignIn('plain', 'user'))
    expect(headers.get('content-type')).toBe('application/x-amz-json-1.1')
    expect(headers.get('x-amzn-requestid')).toMatch(uuid)
    expect(headers.get('date')).toMatch(/GMT$/)
    const answer = await initiate(test, srpSignIn('plain', 'user'))
    expect(Object.keys(answer).slice(0, 2)).toEqual(['ChallengeName', 'ChallengeParameters'])
    const { SALT = '', SECRET_BLOCK = '' } = answer.ChallengeParameters ?? {}
    expect(SALT).toMatch(/^[1-9a-f][0-9a-f]*$/)
    expect(SECRET_BLOCK).toMatch(/^[A-Za-z0-9+/]{1000,}={0,2}$/)
  },
  'quoted: InitiateAuth in a browser, response headers': async () => {
    const { headers } = await http('InitiateAuth', srpSignIn('plain', 'user'))
    expect(headers.get('access-control-expose-headers')).toBe(
      'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date',
    )
  },
  'quoted: error headers of the sister service cognito-identity': async () => {
    const { headers, status } = await http('GetUser', { AccessToken: 'none' })
    expect([status, headers.get('x-amzn-errortype')]).toEqual([400, 'NotAuthorizedException:'])
    expect(headers.get('x-amzn-errormessage')).toBe('Invalid Access Token')
  },
  'quoted: alias sign-in by SRP': async (test) => {
    const { AuthParameters, ...others } = srpSignIn('mail', 'test@test.com')
    const { SECRET_HASH } = withMail.AuthParameters as { readonly SECRET_HASH?: string }
    const answer = await initiate(test, {
      ...others,
      AuthParameters: { ...AuthParameters, SECRET_HASH },
    })
    const { USER_ID_FOR_SRP, USERNAME } = answer.ChallengeParameters ?? {}
    expect(USER_ID_FOR_SRP).toMatch(uuid)
    expect(USERNAME).toBe(USER_ID_FOR_SRP)
  },
  'quoted: USERNAME beside USER_ID_FOR_SRP': async (test) => {
    expect(await initiate(test, srpSignIn('plain', 'user'))).toMatchObject({
      ChallengeParameters: { USERNAME: 'user', USER_ID_FOR_SRP: 'user' },
    })
  },
  'quoted: too large a request': async () => {
    const { headers, status } = await http('InitiateAuth', ' '.repeat(2 ** 21))
    expect([status, headers.get('content-length')]).toEqual([413, '0'])
  },
  'quoted: VerifySoftwareToken with an access token': async (test) => {
    const { AuthenticationResult } = await initiate(test, passwordSignIn('plain', 'user', password))
    const AccessToken = AuthenticationResult?.['AccessToken'] ?? ''
    const { SecretCode = '', ...first } = await test.succeed('AssociateSoftwareToken', {
      AccessToken,
    })
    const UserCode = test.code(SecretCode)
    const second = await test.succeed('VerifySoftwareToken', { AccessToken, UserCode })
    expect([first, second]).toEqual([{}, { Status: 'SUCCESS' }])
  },

  'verified: test_authorize_user_with_force_password_change_status': async (test) => {
    const challenge = await bySrp(test, 'plain', 'temporary', temporary)
    expect(challenge.ChallengeName).toBe('NEW_PASSWORD_REQUIRED')
    expect(challenge.Session).toMatch(/^AYAB/)
    const answer = response('plain', challenge, { USERNAME: 'temporary', NEW_PASSWORD })
    expect(await test.succeed(respond, answer)).toHaveProperty('AuthenticationResult')
  },
  'verified: test_group_in_access_token': async (test) => {
    const admin = await test.succeed('AdminInitiateAuth', {
      ...passwordSignIn('plain', 'temporary', temporary),
      AuthFlow: 'ADMIN_NO_SRP_AUTH',
      UserPoolId: 'us-east-1_Shown1',
    })
    expect(admin.ChallengeName).toBe('NEW_PASSWORD_REQUIRED')
    expect(admin.Session).toMatch(/^AYAB/)
    const answer = await initiate(test, passwordSignIn('plain', 'user', password))
    expect(claimsOf('AccessToken', answer)['cognito:groups']).toEqual(['group'])
  },
  'verified: test_scope_in_access_token': async (test) => {
    const answer = await initiate(test, passwordSignIn('plain', 'user', password))
    expect(claimsOf('AccessToken', answer)['scope']).toBe('aws.cognito.signin.user.admin')
  },
  'verified: test_jti_in_tokens': async (test) => {
    const first = await initiate(test, passwordSignIn('plain', 'user', password))
    const [access, id] = [claimsOf('AccessToken', first), claimsOf('IdToken', first)]
    for (const value of [access.jti, id.jti, access['origin_jti']]) expect(value).toMatch(uuid)
    expect(id['origin_jti']).toBe(access['origin_jti'])
    expect(id.jti).not.toBe(access.jti)
    const later = claimsOf('AccessToken', await refreshed(test, first))
    expect(later['origin_jti']).toBe(access['origin_jti'])
    expect(later.jti).not.toBe(access.jti)
    const other = await initiate(test, passwordSignIn('plain', 'user', password))
    expect(claimsOf('AccessToken', other)['origin_jti']).not.toBe(access['origin_jti'])
  },
  'verified: test_user_authentication_flow_mfa_on': async (test) => {
    const { SecretCode } = await setUp(test, 'user', await bySrp(test, 'mfa', 'user', password))
    const challenge = await bySrp(test, 'mfa', 'user', password)
    expect(challenge.ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
    expect(await test.refusal(respond, codeFor(challenge, 'user', test.code(SecretCode)))).toBe(
      'ExpiredCodeException: Your software token has already been used once.',
    )
    test.wait(30)
    const end = await test.succeed(respond, codeFor(challenge, 'user', test.code(SecretCode)))
    expect(end.AuthenticationResult).toHaveProperty('RefreshToken')
  },
  'verified: test_user_authentication_flow_mfa_optional': async (test) => {
    const { AuthenticationResult } = await bySrp(test, 'plain', 'user', password)
    const AccessToken = AuthenticationResult?.['AccessToken'] ?? ''
    const { SecretCode = '' } = await test.succeed('AssociateSoftwareToken', { AccessToken })
    const UserCode = test.code(SecretCode)
    await test.succeed('VerifySoftwareToken', { AccessToken, UserCode })
    const SoftwareTokenMfaSettings = { Enabled: true, PreferredMfa: true }
    await test.succeed('SetUserMFAPreference', { AccessToken, SoftwareTokenMfaSettings })
    const challenge = await bySrp(test, 'plain', 'user', password)
    expect(challenge.ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
  },
  'verified: test_forgot_password_with_email_delivery_details': async (test) => {
    const SecretHash = hashOf(secret, 'test@test.com', 'mail')
    const requested = { ClientId: 'mail', Username: 'test@test.com', SecretHash }
    expect((await test.succeed('ForgotPassword', requested)).CodeDeliveryDetails).toEqual({
      Destination: 't***@t***',
      DeliveryMedium: 'EMAIL',
      AttributeName: 'email',
    })
  },
  'verified: test_sign_up': async (test) => {
    const answer = await test.succeed('SignUp', signUp('plain'))
    expect(answer).toEqual({ UserConfirmed: false, UserSub: expect.stringMatching(uuid) })
  },
  'verified: test_sign_up_with_verified_email': async (test) => {
    expect((await test.succeed('SignUp', signUp('mail', hash))).CodeDeliveryDetails).toEqual({
      Destination: 'n***@t***',
      DeliveryMedium: 'EMAIL',
      AttributeName: 'email',
    })
  },
  'verified: test_initiate_auth_REFRESH_TOKEN': async (test) => {
    const first = await initiate(test, passwordSignIn('plain', 'user', password))
    const answer = await refreshed(test, first)
    expect(claimsOf('AccessToken', answer)).toMatchObject({ username: 'user', client_id: 'plain' })
    expect(claimsOf('IdToken', answer)).toMatchObject({ 'cognito:username': 'user', aud: 'plain' })
  },
  'verified: test_initiate_auth_USER_PASSWORD_AUTH': async (test) => {
    const answer = await initiate(test, passwordSignIn('plain', 'user', password))
    expect(answer.AuthenticationResult).toMatchObject({ TokenType: 'Bearer' })
    expect(answer.AuthenticationResult).toHaveProperty('RefreshToken')
    const user = { UserPoolId: 'us-east-1_Shown1', Username: 'user' }
    const shown = await test.succeed('AdminGetUser', user)
    expect(shown).not.toHaveProperty('UserMFASettingList')
    expect(shown).not.toHaveProperty('PreferredMfaSetting')
    expect(claimsOf('AccessToken', answer)).toMatchObject({ username: 'user', client_id: 'plain' })
    expect(claimsOf('IdToken', answer)).toMatchObject({ 'cognito:username': 'user', aud: 'plain' })
    expect(claimsOf('IdToken', answer)).not.toHaveProperty('email')
  },
  'verified: test_initiate_auth_USER_PASSWORD_AUTH_with_email': async (test) => {
    const answer = await initiate(test, withMail)
    const access = claimsOf('AccessToken', answer)
    const id = claimsOf('IdToken', answer)
    expect([access['username'], id['cognito:username']]).toEqual([access.sub, access.sub])
    expect([access['email'], id['email']]).toEqual([undefined, 'test@test.com'])
  },
  'verified: test_initiate_mfa_auth_USER_PASSWORD_AUTH_with_FORCE_CHANGE_PASSWORD_status': async (
    test,
  ) => {
    const challenge = await initiate(test, passwordSignIn('mfa', 'temporary', temporary))
    expect(challenge.ChallengeName).toBe('NEW_PASSWORD_REQUIRED')
    expect(challenge).not.toHaveProperty('AuthenticationResult')
    const replaced = response('mfa', challenge, { USERNAME: 'temporary', NEW_PASSWORD })
    const { SecretCode, end } = await setUp(
      test,
      'temporary',
      await test.succeed(respond, replaced),
    )
    expect(end).toHaveProperty('AuthenticationResult')
    expect(end.ChallengeParameters).toEqual({})
    test.wait(30)
    const again = await initiate(test, passwordSignIn('mfa', 'temporary', NEW_PASSWORD))
    expect(again.ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
    const code = test.code(SecretCode)
    const done = await test.succeed(respond, codeFor(again, 'temporary', code))
    expect(done.ChallengeParameters).toEqual({})
  },
}

const pool = poolUnderTest(pools)

describe('the practice pool shows what the real service showed', () => {
  it.each(recorded.shown.map(({ name }) => name))('%s', async (name) => {
    const check = checks[name]
    if (!check) throw new Error('nothing is held against it')
    pool.pool.reset()
    await check(pool)
  })
})
