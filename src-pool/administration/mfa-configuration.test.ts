import { describe, expect, it } from 'vitest'
import { mfaRules } from '../configuration/check-mfa.ts'
import { poolUnderTest, type PoolUnderTest } from '../test-bed/pool-under-test.ts'

const sms = { SnsCallerArn: 'arn:aws:iam::000000000000:role/sms' }
const developer = { EmailSendingAccount: 'DEVELOPER' }
const firstFactors = (...AllowedFirstAuthFactors: string[]) => ({
  Policies: { SignInPolicy: { AllowedFirstAuthFactors } },
})

const smsNeeded =
  'InvalidParameterException: SMS configuration and Auto verification for phone_number are required when MFA is required/optional'
const noFactor =
  "InvalidParameterException: Invalid MFA configuration given, can't disable all MFAs with a required or optional configuration."
const whileOff =
  "InvalidParameterException: Invalid MFA configuration given, can't turn off MFA and configure an MFA together."
const tier = 'FeatureUnavailableInTierException'

/** The result of a call: `ok`, or the refusal. */
async function outcome(test: PoolUnderTest, operation: string, input: object): Promise<string> {
  const answer = await test.call(operation, input)
  return 'refusal' in answer ? `${answer.refusal.type}: ${answer.refusal.message ?? ''}` : 'ok'
}
async function created(test: PoolUnderTest, more: object): Promise<string> {
  const answer = await test.call('CreateUserPool', { PoolName: 'p', ...more })
  return (answer as unknown as { body: { UserPool: { Id: string } } }).body.UserPool.Id
}

describe('CreateUserPool', () => {
  it.each([
    ['OFF, nothing to send with', {}, 'ok'],
    ['OPTIONAL, nothing to send with', { MfaConfiguration: 'OPTIONAL' }, smsNeeded],
    ['ON, nothing to send with', { MfaConfiguration: 'ON' }, smsNeeded],
    ['OPTIONAL, SMS', { MfaConfiguration: 'OPTIONAL', SmsConfiguration: sms }, 'ok'],
    ['ON, SMS', { MfaConfiguration: 'ON', SmsConfiguration: sms }, 'ok'],
    ['codes first by email, OFF', firstFactors('PASSWORD', 'EMAIL_OTP'), 'ok'],
    ['codes first by SMS without SMS', firstFactors('PASSWORD', 'SMS_OTP'), 'SMS_OTP as a first'],
    ['codes first by SMS', { ...firstFactors('PASSWORD', 'SMS_OTP'), SmsConfiguration: sms }, 'ok'],
    [
      'codes first by email, ON',
      {
        ...firstFactors('PASSWORD', 'EMAIL_OTP'),
        MfaConfiguration: 'ON',
        SmsConfiguration: sms,
      },
      'One-time passwords cannot be a first factor',
    ],
    [
      'passkeys first, ON',
      { ...firstFactors('PASSWORD', 'WEB_AUTHN'), MfaConfiguration: 'ON', SmsConfiguration: sms },
      'ok',
    ],
    ['no password first', firstFactors('EMAIL_OTP'), 'PASSWORD must be an allowed first factor'],
    ['codes first, LITE', { ...firstFactors('PASSWORD', 'EMAIL_OTP'), UserPoolTier: 'LITE' }, tier],
    ['passwords first, LITE', { ...firstFactors('PASSWORD'), UserPoolTier: 'LITE' }, 'ok'],
  ])('answers %s', async (_, input, expected) => {
    const test = poolUnderTest()
    expect(await outcome(test, 'CreateUserPool', { PoolName: 'p', ...input })).toContain(expected)
  })
})

describe('SetUserPoolMfaConfig', () => {
  const totp = { SoftwareTokenMfaConfiguration: { Enabled: true } }
  const email = { EmailMfaConfiguration: {} }
  const bySms = { SmsMfaConfiguration: { SmsConfiguration: sms } }
  it.each([
    ['OFF', {}, { MfaConfiguration: 'OFF' }, 'ok'],
    ['OFF with TOTP', {}, { MfaConfiguration: 'OFF', ...totp }, whileOff],
    ['OFF with email', {}, { MfaConfiguration: 'OFF', ...email }, whileOff],
    ['OFF with SMS', {}, { MfaConfiguration: 'OFF', ...bySms }, whileOff],
    [
      'OFF with passkeys',
      {},
      { MfaConfiguration: 'OFF', WebAuthnConfiguration: { RelyingPartyId: 'a.example' } },
      'ok',
    ],
    ['OPTIONAL without a factor', {}, { MfaConfiguration: 'OPTIONAL' }, noFactor],
    ['ON without a factor', {}, { MfaConfiguration: 'ON' }, noFactor],
    [
      'ON with TOTP turned off',
      {},
      { MfaConfiguration: 'ON', SoftwareTokenMfaConfiguration: { Enabled: false } },
      noFactor,
    ],
    ['OPTIONAL with TOTP', {}, { MfaConfiguration: 'OPTIONAL', ...totp }, 'ok'],
    ['ON with SMS', {}, { MfaConfiguration: 'ON', ...bySms }, 'ok'],
    [
      'ON with SMS that cannot be sent',
      {},
      { MfaConfiguration: 'ON', SmsMfaConfiguration: {} },
      'SMS MFA needs',
    ],
    [
      'ON with SMS of the pool',
      { SmsConfiguration: sms },
      { MfaConfiguration: 'ON', SmsMfaConfiguration: {} },
      'ok',
    ],
    [
      'ON with email of Cognito’s own',
      {},
      { MfaConfiguration: 'ON', ...email },
      'Email MFA needs an email configuration',
    ],
    [
      'ON with email',
      { EmailConfiguration: developer },
      { MfaConfiguration: 'ON', ...email },
      'ok',
    ],
    [
      'ON with email, LITE',
      { EmailConfiguration: developer, UserPoolTier: 'LITE' },
      { MfaConfiguration: 'ON', ...email },
      tier,
    ],
    [
      'ON with codes first by email',
      firstFactors('PASSWORD', 'EMAIL_OTP'),
      { MfaConfiguration: 'ON', ...totp },
      'One-time passwords cannot be a first factor',
    ],
    [
      'passkeys as MFA, LITE',
      { UserPoolTier: 'LITE' },
      {
        MfaConfiguration: 'OFF',
        WebAuthnConfiguration: {
          RelyingPartyId: 'a.example',
          FactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION',
        },
      },
      tier,
    ],
  ])('answers %s', async (_, pool, input, expected) => {
    const test = poolUnderTest()
    const UserPoolId = await created(test, pool)
    const call = { UserPoolId, ...input }
    expect(await outcome(test, 'SetUserPoolMfaConfig', call)).toContain(expected)
  })

  it('makes EMAIL_OTP a second factor, and gives its message back', async () => {
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

describe('the configuration file', () => {
  it('is held to the same rules', () => {
    expect(mfaRules.length).toBeGreaterThan(4)
    const pool = (more: object) => ({
      pools: [{ id: 'us-east-1_A', clients: [{ name: 'a', id: 'a' }], users: [], ...more }],
    })
    expect(() =>
      poolUnderTest(
        pool({ mfaConfiguration: 'ON', allowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] }),
      ),
    ).toThrow(/pools\[0\] .*One-time passwords cannot be a first factor/)
    expect(() => poolUnderTest(pool({ mfaConfiguration: 'ON', mfaMethods: [] }))).toThrow(
      /SMS configuration/,
    )
    expect(() => poolUnderTest(pool({ tier: 'LITE', mfaMethods: ['EMAIL_OTP'] }))).toThrow(/tier/)
  })
})
