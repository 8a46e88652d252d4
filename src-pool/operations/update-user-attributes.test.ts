import { beforeEach, describe, expect, it } from 'vitest'
import { defaultConfiguration } from '../default-configuration.ts'
import { passwordSignIn, poolUnderTest, type PoolUnderTest } from '../test-bed/pool-under-test.ts'

const password = 'Practice-Password-1!'
const [firstPool, ...otherPools] = defaultConfiguration.pools
let test: PoolUnderTest
let AccessToken: string

const begin = async (more: object = {}) => {
  if (!firstPool) throw new Error('no default pool')
  test = poolUnderTest({ pools: [{ ...firstPool, ...more }, ...otherPools] })
  const web = test.pool.describe()[0]?.clients['web-public']?.clientId ?? ''
  const { AuthenticationResult } = await test.succeed(
    'InitiateAuth',
    passwordSignIn(web, 'alice', password),
  )
  AccessToken = AuthenticationResult?.AccessToken ?? ''
}
beforeEach(() => begin())

const update = (Name: string, Value: string) => ({
  AccessToken,
  UserAttributes: [{ Name, Value }],
})
const attributes = async () => {
  const { UserAttributes = [] } = await test.succeed('GetUser', { AccessToken })
  return Object.fromEntries(UserAttributes.map(({ Name, Value }) => [Name, Value]))
}
const email = (Code: string) => ({ AccessToken, AttributeName: 'email', Code })

describe('attributes that people change', () => {
  it('are unverified until the code that went to the new address comes back', async () => {
    const answer = await test.succeed('UpdateUserAttributes', update('email', 'new@example.com'))
    expect(answer).toEqual({
      CodeDeliveryDetailsList: [
        { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'n***@e***' },
      ],
    })
    expect(await attributes()).toMatchObject({ email: 'new@example.com', email_verified: 'false' })
    expect(await test.refusal('VerifyUserAttribute', email('wrong'))).toBe(
      'CodeMismatchException: Invalid verification code provided, please try again.',
    )
    await test.succeed('VerifyUserAttribute', email(test.sentCode()))
    expect(await attributes()).toMatchObject({ email_verified: 'true' })
  })

  it('keep the old address meanwhile, where the pool requires that', async () => {
    await begin({ attributesRequireVerificationBeforeUpdate: ['email'] })
    await test.succeed('UpdateUserAttributes', update('email', 'new@example.com'))
    expect(await attributes()).toMatchObject({ email: 'alice@example.com', email_verified: 'true' })
    await test.succeed('VerifyUserAttribute', email(test.sentCode()))
    expect(await attributes()).toMatchObject({ email: 'new@example.com', email_verified: 'true' })
  })

  it('are verified again on request, and only addresses and numbers are', async () => {
    const prompt = (AttributeName: string) => ({ AccessToken, AttributeName })
    const sent = await test.succeed('GetUserAttributeVerificationCode', prompt('email'))
    expect(sent.CodeDeliveryDetails?.Destination).toBe('a***@e***')
    await test.succeed('VerifyUserAttribute', email(test.sentCode()))
    const none = await test.refusal('GetUserAttributeVerificationCode', prompt('name'))
    expect(none).toMatch('InvalidParameterException')
  })

  it.each([
    [
      'another’s alias',
      update('email', 'totp-user@example.com'),
      'AliasExistsException: An account with the given email already exists.',
    ],
    [
      'no address at all',
      update('email', 'nowhere'),
      'InvalidParameterException: Invalid email address format.',
    ],
    [
      'an empty required attribute',
      update('name', ''),
      'InvalidParameterException: Attributes did not conform to the schema: name: The attribute is required\n',
    ],
    [
      'the sub',
      update('sub', 'x'),
      'InvalidParameterException: Cannot modify the non-mutable attribute sub',
    ],
    [
      'a flag that only Cognito sets',
      update('email_verified', 'true'),
      'NotAuthorizedException: A client attempted to write unauthorized attribute',
    ],
  ])('cannot be set to %s', async (_, { UserAttributes }, expected) => {
    expect(await test.refusal('UpdateUserAttributes', { UserAttributes, AccessToken })).toBe(
      expected,
    )
  })

  it('can be deleted, except for those that the pool requires', async () => {
    await test.succeed('UpdateUserAttributes', update('nickname', 'Al'))
    const remove = (name: string) => ({ AccessToken, UserAttributeNames: [name] })
    await test.succeed('DeleteUserAttributes', remove('nickname'))
    expect(await attributes()).not.toHaveProperty('nickname')
    expect(await test.refusal('DeleteUserAttributes', remove('email'))).toMatch('is required')
  })
})

describe('an account', () => {
  it('lists what its user can sign in with', async () => {
    expect(await test.succeed('GetUserAuthFactors', { AccessToken })).toEqual({
      ConfiguredUserAuthFactors: ['PASSWORD'],
      Username: 'alice',
    })
  })

  it('gets SMS codes by the old setting, once there is a number', async () => {
    const MFAOptions = [{ DeliveryMedium: 'SMS', AttributeName: 'phone_number' }]
    const input = { AccessToken, MFAOptions }
    expect(await test.refusal('SetUserSettings', input)).toMatch('SMS_MFA')
    await test.succeed('UpdateUserAttributes', update('phone_number', '+15555550199'))
    await test.succeed('SetUserSettings', input)
    expect(await test.succeed('GetUser', { AccessToken })).toMatchObject({
      UserMFASettingList: ['SMS_MFA'],
    })
  })

  it('is gone once it is deleted: its token is rejected, and the response has no body', async () => {
    const answer = await test.call('DeleteUser', { AccessToken })
    expect(answer).toEqual({ status: 200, body: undefined })
    expect(await test.refusal('GetUser', { AccessToken })).toBe(
      'UserNotFoundException: User does not exist.',
    )
  })

  it('has no feedback to give in a pool without threat protection', async () => {
    const feedback = {
      UserPoolId: 'us-east-1_Practice1',
      Username: 'alice',
      EventId: 'e',
      FeedbackToken: 't',
      FeedbackValue: 'Valid',
    }
    expect(await test.refusal('UpdateAuthEventFeedback', feedback)).toMatch(
      'UserPoolAddOnNotEnabledException',
    )
  })
})
