import { expect, test } from 'vitest'
import { passwordSignIn, poolUnderTest, type PoolUnderTest } from '../test-bed/pool-under-test.ts'

const password = 'Practice-Password-1!'

interface Settings {
  readonly pool?: object
  readonly mfa?: object
}

/** A pool with these settings, and a user with an address and a phone. */
async function withUser({ mfa, pool = {} }: Settings) {
  const under = poolUnderTest()
  const bodyOf = async (operation: string, input: object) =>
    (await under.succeed(operation, input)) as Readonly<Record<string, Record<string, string>>>
  const { UserPool } = await bodyOf('CreateUserPool', {
    PoolName: 'p',
    AutoVerifiedAttributes: ['email'],
    EmailConfiguration: {
      EmailSendingAccount: 'DEVELOPER',
      SourceArn: 'arn:aws:ses:us-east-1:123456789012:identity/example.com',
    },
    SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms' },
    ...pool,
  })
  const UserPoolId = UserPool?.['Id'] ?? ''
  if (mfa) await under.succeed('SetUserPoolMfaConfig', { UserPoolId, ...mfa })
  const { UserPoolClient } = await bodyOf('CreateUserPoolClient', {
    UserPoolId,
    ClientName: 'c',
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  })
  await under.succeed('AdminCreateUser', {
    UserPoolId,
    Username: 'ann',
    TemporaryPassword: password,
    DesiredDeliveryMediums: ['EMAIL', 'SMS'],
    UserAttributes: Object.entries({
      email: 'ann@example.com',
      email_verified: 'true',
      phone_number: '+15550100',
      phone_number_verified: 'true',
    }).map(([Name, Value]) => ({ Name, Value })),
  })
  return { under, UserPoolId, ClientId: UserPoolClient?.['ClientId'] ?? '' }
}

const lastText = ({ pool }: PoolUnderTest) => pool.outbox().at(-1)?.text

/** What ann is sent when she signs in with her second factor. */
async function sentAtSignIn(mfa: object, preference: object): Promise<string | undefined> {
  const { ClientId, under, UserPoolId } = await withUser({
    mfa: { MfaConfiguration: 'OPTIONAL', ...mfa },
  })
  const user = { UserPoolId, Username: 'ann' }
  await under.succeed('AdminSetUserPassword', { ...user, Password: password, Permanent: true })
  await under.succeed('AdminSetUserMFAPreference', { ...user, ...preference })
  const { Session } = await under.succeed('InitiateAuth', passwordSignIn(ClientId, 'ann', password))
  expect(Session).toBeDefined()
  return lastText(under)?.replace(under.sentCode(), 'CODE')
}
const preferred = { Enabled: true, PreferredMfa: true }

test.each([
  [
    'the subject and message of EmailMfaConfiguration',
    { Message: 'Sign in with {####}.', Subject: 'Your code' },
    'Your code: Sign in with CODE.',
  ],
  ['its message alone', { Message: 'Sign in with {####}.' }, 'Sign in with CODE.'],
  ['words of the practice pool’s own where it has none', {}, 'Your authentication code is CODE.'],
])('a code by email as second factor has %s', async (_, EmailMfaConfiguration, text) => {
  const sent = await sentAtSignIn({ EmailMfaConfiguration }, { EmailMfaSettings: preferred })
  expect(sent).toBe(text)
})

test('a code by SMS as second factor has the words of SmsMfaConfiguration', async () => {
  const SmsMfaConfiguration = {
    SmsAuthenticationMessage: 'Type {####}',
    SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms' },
  }
  expect(await sentAtSignIn({ SmsMfaConfiguration }, { SMSMfaSettings: preferred })).toBe(
    'Type CODE',
  )
})

test('an invitation has the words of InviteMessageTemplate, each medium its own', async () => {
  const InviteMessageTemplate = {
    EmailMessage: 'Welcome {username}: {####}',
    EmailSubject: 'Hello',
    SMSMessage: '{username}, {####}',
  }
  const { under } = await withUser({ pool: { AdminCreateUserConfig: { InviteMessageTemplate } } })
  const texts = under.pool.outbox().map(({ text }) => text)
  expect(texts).toEqual([`ann, ${password}`, `Hello: Welcome ann: ${password}`])
})

test.each([
  [
    'VerificationMessageTemplate',
    { VerificationMessageTemplate: { EmailMessage: 'Verify {####}', EmailSubject: 'Verify' } },
    'Verify: Verify CODE',
  ],
  ['EmailVerificationMessage', { EmailVerificationMessage: 'Take {####}' }, 'Take CODE'],
  ['no setting', {}, 'Your confirmation code is CODE.'],
])('a sign-up is confirmed in the words of %s', async (_, pool, text) => {
  const { ClientId, under } = await withUser({ pool })
  const UserAttributes = [{ Name: 'email', Value: 'bea@example.com' }]
  const newcomer = { ClientId, Username: 'bea', Password: password, UserAttributes }
  await under.succeed('SignUp', newcomer)
  expect(lastText(under)?.replace(under.sentCode(), 'CODE')).toBe(text)
})
