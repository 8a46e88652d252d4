import { authenticatorUnderTest } from '../passkeys/authenticator-under-test.ts'
import {
  passwordClaim,
  passwordSignIn,
  registerPasskey,
  response,
  srpSignIn,
  type PoolUnderTest,
} from '../test-bed/pool-under-test.ts'
import { totpSecret } from './recorded-configuration.ts'

/** A call to the pool, once the pool is where the recorded one was. */
export type Replay = (
  test: PoolUnderTest,
  request: object | undefined,
) => Promise<readonly [operation: string, input: object]>

const recordedPool = 'us-east-1_Recorded1'
const app = '6h89qn2bfglbmvfebq9aaknqk0'
const password = 'Practice-Password-1!'
const respond = 'RespondToAuthChallenge'
const signIn = (name: string, client = app) => passwordSignIn(client, name, password)
const asRecorded =
  (operation: string): Replay =>
  (_, request = {}) =>
    Promise.resolve([operation, request])
const plain =
  (operation: string, input: object): Replay =>
  () =>
    Promise.resolve([operation, input])
const fixture = { ClientId: app, Username: 'fixture@example.com' }
const signedUp = (test: PoolUnderTest) =>
  test.succeed('SignUp', {
    ...fixture,
    Password: password,
    UserAttributes: [{ Name: 'email', Value: fixture.Username }],
  })
const tokens = async (test: PoolUnderTest, name = 'user', client = app) => {
  const { AuthenticationResult } = await test.succeed('InitiateAuth', signIn(name, client))
  return { AccessToken: '', RefreshToken: '', ...AuthenticationResult }
}
const refresh = (REFRESH_TOKEN: string) => ({
  AuthFlow: 'REFRESH_TOKEN',
  ClientId: app,
  AuthParameters: { REFRESH_TOKEN },
})
const timestamp =
  (TIMESTAMP: string): Replay =>
  async (test) => {
    const challenge = await test.succeed('InitiateAuth', srpSignIn(app, 'user'))
    const claim = passwordClaim(recordedPool, challenge, password, test.now(), TIMESTAMP)
    return [respond, response(app, challenge, claim)]
  }
const totp = async (test: PoolUnderTest, code: string) => {
  const challenge = await test.succeed('InitiateAuth', signIn('totp'))
  const answer = { USERNAME: 'totp', SOFTWARE_TOKEN_MFA_CODE: code }
  return response(app, challenge, answer)
}

const choice = (AuthFlow: string, more: Readonly<Record<string, string>> = {}) => ({
  AuthFlow,
  ClientId: 'choice',
  AuthParameters: { USERNAME: 'testuser', ...more },
})
const withPasskey = async (test: PoolUnderTest) => {
  const byPassword = choice('USER_AUTH', { PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: password })
  const { AuthenticationResult } = await test.succeed('InitiateAuth', byPassword)
  const AccessToken = AuthenticationResult?.['AccessToken'] ?? ''
  const authenticator = authenticatorUnderTest('https://auth.example.com')
  await registerPasskey(test, AccessToken, authenticator)
  return AccessToken
}
const codeByEmail = choice('USER_AUTH', { PREFERRED_CHALLENGE: 'EMAIL_OTP' })

/** How each recorded call comes about here, by the name of its case. */
export const replays: Readonly<Record<string, Replay>> = {
  'captured: confirm-sign-up.error.code-mismatch': async (test, request = {}) => {
    await signedUp(test)
    return ['ConfirmSignUp', { ...request, ConfirmationCode: 'wrong' }]
  },
  'captured: forgot-password.unknown-user': asRecorded('ForgotPassword'),
  'captured: initiate-auth.srp.unknown-user': plain(
    'InitiateAuth',
    srpSignIn(app, fixture.Username),
  ),
  'captured: resend-confirmation.error.rate-limit': async (test, request = {}) => {
    await signedUp(test)
    await test.succeed('ResendConfirmationCode', fixture)
    return ['ResendConfirmationCode', request]
  },
  'captured: resend-confirmation.happy': async (test, request = {}) => {
    await signedUp(test)
    return ['ResendConfirmationCode', request]
  },
  'captured: sign-up.error.username-exists': async (test, request = {}) => {
    await signedUp(test)
    return ['SignUp', request]
  },
  'captured: sign-up.happy': asRecorded('SignUp'),

  'sample: InitiateAuth example 1': async (test) => {
    await withPasskey(test)
    return ['InitiateAuth', choice('USER_AUTH', { PREFERRED_CHALLENGE: 'WEB_AUTHN' })]
  },
  'sample: StartWebAuthnRegistration example 1': async (test) => [
    'StartWebAuthnRegistration',
    { AccessToken: await withPasskey(test) },
  ],
  'sample: InitiateAuth example 2': plain('InitiateAuth', codeByEmail),
  'sample: InitiateAuth example 3': plain('InitiateAuth', signIn('totp')),
  'sample: InitiateAuth example 4': async (test) => [
    'InitiateAuth',
    refresh((await tokens(test)).RefreshToken),
  ],
  'sample: RespondToAuthChallenge example 1': async (test) => {
    const challenge = await test.succeed('InitiateAuth', codeByEmail)
    const answer = { USERNAME: 'testuser', EMAIL_OTP_CODE: test.sentCode() }
    return [respond, response('choice', challenge, answer)]
  },
  'sample: ConfirmDevice example 1': async (test) => {
    const { AuthenticationResult } = await test.succeed('InitiateAuth', signIn('user', 'devices'))
    const { AccessToken, NewDeviceMetadata } = AuthenticationResult as unknown as {
      readonly AccessToken: string
      readonly NewDeviceMetadata: { readonly DeviceKey: string }
    }
    const DeviceSecretVerifierConfig = { PasswordVerifier: 'AQ==', Salt: 'AQ==' }
    const { DeviceKey } = NewDeviceMetadata
    return ['ConfirmDevice', { AccessToken, DeviceKey, DeviceSecretVerifierConfig }]
  },
  'sample: AssociateSoftwareToken example 1': async (test) => [
    'AssociateSoftwareToken',
    { AccessToken: (await tokens(test)).AccessToken },
  ],
  'sample: admin-initiate-auth NEW_PASSWORD_REQUIRED': plain('AdminInitiateAuth', {
    ...signIn('jane@example.com'),
    AuthFlow: 'ADMIN_NO_SRP_AUTH',
    UserPoolId: recordedPool,
  }),
  'actual: deserialising a user password response with no challenges requested': plain(
    'InitiateAuth',
    signIn('user'),
  ),
  'actual: deserializing a user password response with a challenge': plain(
    'InitiateAuth',
    signIn('jane@example.com'),
  ),
  'actual: deserialising a USER_AUTH response offering a choice of challenges': plain(
    'InitiateAuth',
    choice('USER_AUTH'),
  ),

  'quoted: wrong password': plain('AdminInitiateAuth', {
    ...passwordSignIn(app, 'user', 'wrong'),
    AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
    UserPoolId: recordedPool,
  }),
  'quoted: password reset required': plain('InitiateAuth', signIn('reset')),
  'quoted: short password': plain('SignUp', { ...fixture, Password: 'short' }),
  'quoted: malformed client id ("probed against us-east-1")': plain('InitiateAuth', {
    ...signIn('user'),
    ClientId: 'bad client id!',
  }),
  'quoted: wrong SMS code or stale session': async (test) => {
    const challenge = await test.succeed('InitiateAuth', signIn('sms'))
    const answer = { USERNAME: 'sms', SMS_MFA_CODE: 'wrong' }
    return [respond, response(app, challenge, answer)]
  },
  'quoted: wrong verification code': async (test) => {
    await signedUp(test)
    return ['ConfirmSignUp', { ...fixture, ConfirmationCode: 'wrong' }]
  },
  'quoted: session used again after a failure': async (test) => {
    const challenge = await test.succeed('InitiateAuth', choice('CUSTOM_AUTH'))
    const answer = response('choice', challenge, { USERNAME: 'testuser', ANSWER: 'wrong' })
    await test.succeed(respond, answer)
    return [respond, answer]
  },
  'quoted: TOTP code used twice': async (test) => {
    const code = test.code(totpSecret)
    await test.succeed(respond, await totp(test, code))
    return [respond, await totp(test, code)]
  },
  'quoted: Session missing': plain(respond, {
    ClientId: app,
    ChallengeName: 'SMS_MFA',
    ChallengeResponses: { USERNAME: 'sms', SMS_MFA_CODE: '123456' },
  }),
  'quoted: device key not of this sign-in': async (test) => {
    const DeviceKey = 'us-east-1_00000000-0000-4000-8000-000000000000'
    return ['ConfirmDevice', { ...(await tokens(test)), DeviceKey }]
  },
  'quoted: USER_PASSWORD_AUTH not enabled': plain('InitiateAuth', signIn('user', 'srp')),
  'quoted: refresh token unknown or altered': plain('InitiateAuth', refresh('altered')),
  'quoted: Refresh Token has expired': async (test) => {
    const { RefreshToken } = await tokens(test)
    test.wait(2_592_000)
    return ['InitiateAuth', refresh(RefreshToken)]
  },
  'quoted: Access Token has been revoked': async (test) => {
    const { AccessToken } = await tokens(test)
    await test.succeed('GlobalSignOut', { AccessToken })
    return ['GetUser', { AccessToken }]
  },
  'quoted: resend when nothing is auto-verified': plain('ResendConfirmationCode', {
    ClientId: 'closed',
    Username: 'unconfirmed',
  }),
  'quoted: sign-up closed': plain('SignUp', {
    ...fixture,
    ClientId: 'closed',
    Password: password,
  }),
  'quoted: TIMESTAMP with a padded day': timestamp('Sat Sep 05 12:00:00 UTC 2026'),
  'quoted: English month and day names': timestamp('Sam Sep 5 12:00:00 UTC 2026'),
}
