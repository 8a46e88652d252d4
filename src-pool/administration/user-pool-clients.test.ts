import { createHmac } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { poolUnderTest, type PoolUnderTest } from '../test-bed/pool-under-test.ts'

const UserPoolId = 'us-east-1_A'
const password = 'Practice-Password-1!'
const secrets = ['first0secret0of0the0client0000', 'second0secret0of0the0client000']
let test: PoolUnderTest

beforeEach(() => {
  test = poolUnderTest({
    pools: [
      {
        id: UserPoolId,
        requiredAttributes: ['email'],
        attributes: [
          { name: 'custom:age', type: 'Number', minValue: 18 },
          { name: 'custom:code', isMutable: false, maxLength: 3 },
        ],
        clients: [{ name: 'a', id: 'a' }],
        users: [{ username: 'ann', password, attributes: { email: 'ann@example.com' } }],
      },
    ],
  })
})

const create = (more: object) => ({ UserPoolId, ClientName: 'app', ...more })
async function created(more: object): Promise<Readonly<Record<string, unknown>>> {
  const body: object = await test.succeed('CreateUserPoolClient', create(more))
  return (body as { UserPoolClient: Readonly<Record<string, unknown>> }).UserPoolClient
}

describe('an app client', () => {
  it('is returned as it was sent, with the units of its validities', async () => {
    const input = {
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      AccessTokenValidity: 24,
      TokenValidityUnits: { AccessToken: 'hours', RefreshToken: 'minutes' },
      RefreshTokenValidity: 2880,
      CallbackURLs: ['https://app.example/back'],
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid'],
      AllowedOAuthFlowsUserPoolClient: true,
      SupportedIdentityProviders: ['COGNITO'],
    }
    expect(await created(input)).toMatchObject(input)
  })

  it.each([
    ['an access token of 48 hours', { AccessTokenValidity: 48 }],
    ['an ID token of a minute', { IdTokenValidity: 1, TokenValidityUnits: { IdToken: 'minutes' } }],
    [
      'a refresh token of half an hour',
      { RefreshTokenValidity: 30, TokenValidityUnits: { RefreshToken: 'minutes' } },
    ],
  ])('cannot have %s', async (_, input) => {
    expect(await test.refusal('CreateUserPoolClient', create(input))).toBe(
      'InvalidParameterException: Invalid range for token validity.',
    )
  })

  it('takes whole numbers alone', async () => {
    expect(await test.refusal('CreateUserPoolClient', create({ AccessTokenValidity: 1.5 }))).toBe(
      'SerializationException: NUMBER_VALUE can not be converted to an Integer',
    )
  })

  it.each(['AccessTokenValidity', 'IdTokenValidity'])(
    'cannot have a refresh token that ends before %s',
    async (validity) => {
      const units = { RefreshTokenValidity: 1, TokenValidityUnits: { RefreshToken: 'hours' } }
      expect(await test.refusal('CreateUserPoolClient', create({ ...units, [validity]: 2 }))).toBe(
        'InvalidParameterException: Access and Id Token expiration times must be less than or ' +
          'equal to refresh token expiration times.',
      )
    },
  )

  it.each([
    [
      'legacy flags beside the others',
      { ExplicitAuthFlows: ['USER_PASSWORD_AUTH', 'ALLOW_USER_SRP_AUTH'] },
      'cannot be used with legacy auth flow names',
    ],
    [
      'ALLOW_CLIENT_TOKEN_AUTH beside a flow of users',
      { ExplicitAuthFlows: ['ALLOW_CLIENT_TOKEN_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] },
      'cannot be combined',
    ],
    [
      'ALLOW_CLIENT_TOKEN_AUTH without a secret',
      { ExplicitAuthFlows: ['ALLOW_CLIENT_TOKEN_AUTH'] },
      'needs a client secret',
    ],
    [
      'write attributes without a required one',
      { WriteAttributes: ['name'] },
      'Invalid write attributes specified while creating a client',
    ],
    [
      'read attributes that the schema lacks',
      { ReadAttributes: ['custom:none'] },
      'Invalid read attributes specified while creating a client',
    ],
  ])('cannot have %s', async (_, input, text) => {
    expect(await test.refusal('CreateUserPoolClient', create(input))).toContain(text)
  })
})

describe('two secrets', () => {
  it('both give a valid SECRET_HASH until one is deleted', async () => {
    const { ClientId } = await created({
      ClientSecret: secrets[0],
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    })
    const ofClient = { UserPoolId, ClientId }
    await test.succeed('AddUserPoolClientSecret', { ...ofClient, ClientSecret: secrets[1] })
    const signIn = (secret = '') => ({
      ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: {
        USERNAME: 'ann',
        PASSWORD: password,
        SECRET_HASH: createHmac('sha256', secret)
          .update(`ann${String(ClientId)}`)
          .digest('base64'),
      },
    })
    for (const secret of secrets) await test.succeed('InitiateAuth', signIn(secret))
    expect(await test.refusal('AddUserPoolClientSecret', ofClient)).toMatch('LimitExceeded')
    const listed: object = await test.succeed('ListUserPoolClientSecrets', ofClient)
    const [first] = (listed as { ClientSecrets: { ClientSecretId: string }[] }).ClientSecrets
    await test.succeed('DeleteUserPoolClientSecret', { ...ofClient, ...first })
    expect(await test.refusal('InitiateAuth', signIn(secrets[0]))).toMatch('secret hash')
    await test.succeed('InitiateAuth', signIn(secrets[1]))
  })
})

describe('a client that gets tokens of its own', () => {
  it('gives its secret for an access token, and signs no user in', async () => {
    const { ClientId } = await created({
      ClientSecret: secrets[0],
      ExplicitAuthFlows: ['ALLOW_CLIENT_TOKEN_AUTH'],
      AllowedOAuthScopes: ['api/read'],
    })
    expect(await test.succeed('GetClientToken', { ClientId, Secret: secrets[0] })).toMatchObject({
      ClientAuthenticationResult: { TokenType: 'Bearer', ExpiresIn: 3600 },
    })
    expect(await test.refusal('GetClientToken', { ClientId, Secret: secrets[1] })).toMatch(
      'NotAuthorizedException',
    )
  })
})

describe('the schema of a pool', () => {
  const change = (Name: string, Value: string) => ({
    UserPoolId,
    Username: 'ann',
    UserAttributes: [{ Name, Value }],
  })
  it.each([
    ['a number below its range', 'custom:age', '17', 'at least 18'],
    ['a number that is none', 'custom:age', 'old', 'must be a number'],
    ['a text too long', 'custom:code', 'ABCD', 'no longer than 3'],
    [
      'an attribute that is fixed',
      'custom:code',
      'ABC',
      'user.custom:code: Attribute cannot be updated.',
    ],
    ['an attribute that is not there', 'custom:none', 'x', 'does not exist in the schema'],
  ])('refuses %s', async (_, name, value, text) => {
    expect(await test.refusal('AdminUpdateUserAttributes', change(name, value))).toContain(text)
  })

  it('grows by AddCustomAttributes', async () => {
    const CustomAttributes = [{ Name: 'plan', AttributeDataType: 'String' }]
    await test.succeed('AddCustomAttributes', { UserPoolId, CustomAttributes })
    await test.succeed('AdminUpdateUserAttributes', change('custom:plan', 'free'))
    expect(await test.refusal('AddCustomAttributes', { UserPoolId, CustomAttributes })).toMatch(
      'Existing attribute',
    )
  })

  it('reads email_verified without regard to case', async () => {
    await test.succeed('AdminUpdateUserAttributes', change('email_verified', 'True'))
    const forgot = { ClientId: 'a', Username: 'ann' }
    await test.succeed('ForgotPassword', forgot)
  })
})
