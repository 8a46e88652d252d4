import { describe, expect, it } from 'vitest'
import { passwordSignIn, poolUnderTest, type PoolUnderTest } from '../test-bed/pool-under-test.ts'

const developer = {
  EmailSendingAccount: 'DEVELOPER',
  SourceArn: 'arn:aws:ses:us-east-1:123456789012:identity/example.com',
}
const smsNeeded =
  'InvalidParameterException: SMS configuration and Auto verification for phone_number are required when MFA is required/optional'

/** The result of a call: `ok`, or the refusal. */
async function outcome(test: PoolUnderTest, operation: string, input: object): Promise<string> {
  const answer = await test.call(operation, input)
  return 'refusal' in answer ? `${answer.refusal.type}: ${answer.refusal.message ?? ''}` : 'ok'
}
async function created(test: PoolUnderTest, more: object): Promise<string> {
  const answer = await test.call('CreateUserPool', { PoolName: 'p', ...more })
  return (answer as unknown as { body: { UserPool: { Id: string } } }).body.UserPool.Id
}

describe('SetUserPoolMfaConfig', () => {
  it('makes EMAIL_OTP a second factor, and returns its message', async () => {
    const test = poolUnderTest()
    const UserPoolId = await created(test, { EmailConfiguration: developer })
    const EmailMfaConfiguration = { Message: 'Your code is {####}', Subject: 'Code' }
    const input = { UserPoolId, MfaConfiguration: 'OPTIONAL', EmailMfaConfiguration }
    await test.succeed('SetUserPoolMfaConfig', input)
    expect(await test.succeed('GetUserPoolMfaConfig', { UserPoolId })).toMatchObject({
      MfaConfiguration: 'OPTIONAL',
      EmailMfaConfiguration,
    })
    const user = { UserPoolId, Username: 'ann' }
    const address = [{ Name: 'email', Value: 'ann@example.com' }]
    await test.succeed('AdminCreateUser', { ...user, UserAttributes: address })
    const EmailMfaSettings = { Enabled: true, PreferredMfa: true }
    await test.succeed('AdminSetUserMFAPreference', { ...user, EmailMfaSettings })
    expect(await test.succeed('AdminGetUser', user)).toMatchObject({
      PreferredMfaSetting: 'EMAIL_OTP',
    })
  })
})

describe('an authenticator that was verified', () => {
  it('is asked for after the pool has turned it off', async () => {
    const test = poolUnderTest()
    const [pool] = test.pool.describe()
    const UserPoolId = pool?.userPoolId ?? ''
    const SmsConfiguration = { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms' }
    await test.succeed('SetUserPoolMfaConfig', {
      UserPoolId,
      MfaConfiguration: 'OPTIONAL',
      SmsMfaConfiguration: { SmsConfiguration },
      SoftwareTokenMfaConfiguration: { Enabled: false },
    })
    const clientId = pool?.clients['web-public']?.clientId ?? ''
    const signIn = passwordSignIn(clientId, 'totp-user', 'Practice-Password-1!')
    expect(await test.succeed('InitiateAuth', signIn)).toMatchObject({
      ChallengeName: 'SOFTWARE_TOKEN_MFA',
    })
  })
})

describe('UpdateUserPool', () => {
  it('keeps the factors that SetUserPoolMfaConfig gave, and refuses a mode without any', async () => {
    const test = poolUnderTest()
    const UserPoolId = await created(test, {})
    expect(await outcome(test, 'UpdateUserPool', { UserPoolId, MfaConfiguration: 'ON' })).toBe(
      smsNeeded,
    )
    const totp = { SoftwareTokenMfaConfiguration: { Enabled: true } }
    await test.succeed('SetUserPoolMfaConfig', { UserPoolId, MfaConfiguration: 'ON', ...totp })
    await test.succeed('UpdateUserPool', { UserPoolId, MfaConfiguration: 'OPTIONAL' })
    expect(await test.succeed('GetUserPoolMfaConfig', { UserPoolId })).toMatchObject({
      MfaConfiguration: 'OPTIONAL',
      ...totp,
    })
  })
})
