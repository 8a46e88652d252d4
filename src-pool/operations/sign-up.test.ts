import { beforeEach, describe, expect, it } from 'vitest'
import {
  hashOf,
  passwordSignIn,
  poolUnderTest,
  type PoolUnderTest,
} from '../test-bed/pool-under-test.ts'

const password = 'Practice-Password-1!'
let test: PoolUnderTest
const [first, second] = poolUnderTest().pool.describe()
const web = first?.clients['web-public']?.clientId ?? ''
const hiding = first?.clients['srp-only']?.clientId ?? ''
const email = second?.clients['email-public']?.clientId ?? ''

beforeEach(() => {
  test = poolUnderTest()
})

const someone = (more: object = {}) => ({
  ClientId: web,
  Username: 'newcomer',
  Password: password,
  UserAttributes: [
    { Name: 'email', Value: 'newcomer@example.com' },
    { Name: 'name', Value: 'New' },
  ],
  ...more,
})
const named = (more: object = {}) => ({ ClientId: web, Username: 'newcomer', ...more })

describe('SignUp', () => {
  it('sends a code to the address, and the account signs in once the code is confirmed', async () => {
    const signedUp = await test.succeed('SignUp', someone())
    expect(signedUp).toEqual({
      CodeDeliveryDetails: {
        AttributeName: 'email',
        DeliveryMedium: 'EMAIL',
        Destination: 'n***@e***',
      },
      UserConfirmed: false,
      UserSub: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    })
    const signIn = passwordSignIn(web, 'newcomer', password)
    expect(await test.refusal('InitiateAuth', signIn)).toMatch('UserNotConfirmedException')
    const ConfirmationCode = test.sentCode()
    expect(await test.succeed('ConfirmSignUp', named({ ConfirmationCode }))).toEqual({})
    // The alias works, so the address counts as verified.
    const byAlias = passwordSignIn(web, 'newcomer@example.com', password)
    expect((await test.succeed('InitiateAuth', byAlias)).AuthenticationResult).toBeDefined()
    expect(await test.refusal('ConfirmSignUp', named({ ConfirmationCode }))).toBe(
      'NotAuthorizedException: User cannot be confirmed. Current status is CONFIRMED',
    )
  })

  it.each([
    [
      'a name that is taken, in whatever case',
      someone({ Username: 'ALICE' }),
      'UsernameExistsException: User already exists',
    ],
    [
      'an address for a name where addresses are aliases',
      someone({ Username: 'newcomer@example.com' }),
      'InvalidParameterException: Username cannot be of email format, since user pool is configured for email alias.',
    ],
    [
      'a password against the policy',
      someone({ Password: 'practice-password' }),
      'InvalidPasswordException: Password did not conform with policy: Password must have uppercase characters',
    ],
    [
      'no password, at a client without USER_AUTH',
      someone({ Password: undefined }),
      'InvalidParameterException: Missing required parameter Password',
    ],
    [
      'a name with a space, whose value is not repeated',
      someone({ Username: 'new comer' }),
      "InvalidParameterException: 1 validation error detected: Value at 'username' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+",
    ],
    [
      'an attribute without a name, counted from one',
      someone({ UserAttributes: [{ Value: 'x' }] }),
      "InvalidParameterException: 1 validation error detected: Value null at 'userAttributes.1.member.name' failed to satisfy constraint: Member must not be null",
    ],
    [
      'a required attribute that is missing',
      someone({ UserAttributes: [{ Name: 'name', Value: 'New' }] }),
      'InvalidParameterException: Attributes did not conform to the schema: email: The attribute is required\n',
    ],
    [
      'an attribute that the schema lacks',
      someone({ UserAttributes: [{ Name: 'custom:colour', Value: 'red' }] }),
      'InvalidParameterException: Attributes did not conform to the schema: custom:colour: Attribute does not exist in the schema.\n',
    ],
    [
      'an address that calls itself verified',
      someone({ UserAttributes: [{ Name: 'email_verified', Value: 'true' }] }),
      'NotAuthorizedException: A client attempted to write unauthorized attribute',
    ],
  ])('refuses %s', async (_, input, expected) => {
    expect(await test.refusal('SignUp', input)).toBe(expected)
  })

  it('accepts only addresses as names where users sign in by them', async () => {
    expect(await test.refusal('SignUp', { ...someone(), ClientId: email })).toBe(
      'InvalidParameterException: Username should be an email.',
    )
    const input = { ClientId: email, Username: 'newcomer@example.com', Password: password }
    const UserAttributes = [{ Name: 'email', Value: 'other@example.com' }]
    expect(await test.refusal('SignUp', { ...input, UserAttributes })).toBe(
      'InvalidParameterException: User email should be empty or same as username, since username attribute is email',
    )
    const { UserSub } = (await test.succeed('SignUp', input)) as { UserSub?: string }
    const [, pool] = test.pool.describe()
    expect(pool?.users.at(-1)).toMatchObject({ username: 'newcomer@example.com', sub: UserSub })
  })

  it('requires a SecretHash over the name that is sent', async () => {
    const { clientId = '', clientSecret = '' } =
      test.pool.describe()[0]?.clients['server-secret'] ?? {}
    const SecretHash = (name: string) => hashOf(clientSecret, name, clientId)
    const input = someone({ ClientId: clientId })
    expect(await test.refusal('SignUp', input)).toMatch('SECRET_HASH was not received')
    const wrong = { ...input, SecretHash: SecretHash('Newcomer') }
    expect(await test.refusal('SignUp', wrong)).toMatch('Unable to verify secret hash')
    await test.succeed('SignUp', { ...input, SecretHash: SecretHash('newcomer') })
  })
})

describe('the code of a sign-up', () => {
  const wrongCode = 'CodeMismatchException: Invalid verification code provided, please try again.'
  const expired = 'ExpiredCodeException: Invalid code provided, please request a code again.'
  const limit = 'LimitExceededException: Attempt limit exceeded, please try after some time.'

  it('is void after another was sent, and after a day', async () => {
    await test.succeed('SignUp', someone())
    const first = test.sentCode()
    expect(await test.succeed('ResendConfirmationCode', named())).toHaveProperty(
      'CodeDeliveryDetails.Destination',
      'n***@e***',
    )
    expect(await test.refusal('ConfirmSignUp', named({ ConfirmationCode: first }))).toBe(wrongCode)
    test.wait(24 * 3600)
    const late = named({ ConfirmationCode: test.sentCode() })
    expect(await test.refusal('ConfirmSignUp', late)).toBe(expired)
  })

  it('cannot be guessed: after five wrong ones even the right one is refused', async () => {
    await test.succeed('SignUp', someone())
    for (let tries = 0; tries < 5; tries++)
      expect(await test.refusal('ConfirmSignUp', named({ ConfirmationCode: 'wrong' }))).toBe(
        wrongCode,
      )
    const right = named({ ConfirmationCode: test.sentCode() })
    expect(await test.refusal('ConfirmSignUp', right)).toBe(limit)
    test.wait(3600)
    await test.succeed('ConfirmSignUp', right)
  })

  it('of an unknown user is refused with the message that the client may see', async () => {
    const nobody = { Username: 'nobody', ConfirmationCode: '123456' }
    const unknown = 'UserNotFoundException: Username/client id combination not found.'
    expect(await test.refusal('ConfirmSignUp', { ...nobody, ClientId: web })).toBe(unknown)
    expect(await test.refusal('ConfirmSignUp', { ...nobody, ClientId: hiding })).toBe(expired)
    expect(await test.refusal('ResendConfirmationCode', { ...nobody, ClientId: web })).toBe(unknown)
    const simulated = await test.succeed('ResendConfirmationCode', { ...nobody, ClientId: hiding })
    expect(simulated.CodeDeliveryDetails?.Destination).toBe('n***@n***')
    expect(test.pool.outbox()).toEqual([])
  })

  it('does not take an alias from its owner unless the client insists', async () => {
    const attributes = [
      { Name: 'email', Value: 'alice@example.com' },
      { Name: 'name', Value: 'Other Alice' },
    ]
    await test.succeed('SignUp', someone({ UserAttributes: attributes }))
    const code = named({ ConfirmationCode: test.sentCode() })
    expect(await test.refusal('ConfirmSignUp', code)).toBe(
      'AliasExistsException: An account with the email already exists.',
    )
    await test.succeed('ConfirmSignUp', { ...code, ForceAliasCreation: true })
    const byAlias = passwordSignIn(web, 'alice@example.com', password)
    const { AuthenticationResult } = await test.succeed('InitiateAuth', byAlias)
    const claims = (AuthenticationResult?.IdToken ?? '').split('.')[1] ?? ''
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      name: 'Other Alice',
    })
  })
})
