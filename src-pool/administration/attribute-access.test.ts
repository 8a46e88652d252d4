// Which attributes an app client reads and writes, by what it names of them.
import { beforeEach, describe, expect, test } from 'vitest'
import { decodeJwt } from 'jose'
import { passwordSignIn, poolUnderTest, type PoolUnderTest } from '../test-bed/pool-under-test.ts'

const password = 'Practice-Password-1!'

let pool: PoolUnderTest
let UserPoolId = ''
beforeEach(async () => {
  pool = poolUnderTest()
  const { UserPool } = await bodyOf('CreateUserPool', {
    PoolName: 'p',
    Schema: [{ Name: 'plan', AttributeDataType: 'String', Mutable: true }],
  })
  UserPoolId = UserPool?.['Id'] ?? ''
})

const bodyOf = async (operation: string, input: object) =>
  (await pool.succeed(operation, input)) as Readonly<Record<string, Record<string, string>>>

/** A new user of a client with these lists, signed in. */
async function signedIn(lists: object) {
  const { UserPoolClient } = await bodyOf('CreateUserPoolClient', {
    UserPoolId,
    ClientName: 'c',
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    ...lists,
  })
  await pool.succeed('AdminCreateUser', {
    UserPoolId,
    Username: 'ann',
    UserAttributes: [
      { Name: 'name', Value: 'Ann' },
      { Name: 'custom:plan', Value: 'basic' },
    ],
  })
  const user = { UserPoolId, Username: 'ann' }
  await pool.succeed('AdminSetUserPassword', { ...user, Password: password, Permanent: true })
  const ClientId = UserPoolClient?.['ClientId'] ?? ''
  const { AuthenticationResult } = await pool.succeed(
    'InitiateAuth',
    passwordSignIn(ClientId, 'ann', password),
  )
  return { ClientId, ...AuthenticationResult } as Readonly<Record<string, string>>
}
const plan = [{ Name: 'custom:plan', Value: 'pro' }]

describe('an app client that names neither', () => {
  test('reads custom attributes, and Describe gives back no list', async () => {
    const { AccessToken, ClientId, IdToken = '' } = await signedIn({})
    expect(decodeJwt(IdToken)).toMatchObject({ name: 'Ann', 'custom:plan': 'basic' })
    const { UserAttributes } = await pool.succeed('GetUser', { AccessToken })
    expect(UserAttributes).toContainEqual({ Name: 'custom:plan', Value: 'basic' })
    const { UserPoolClient } = await bodyOf('DescribeUserPoolClient', { UserPoolId, ClientId })
    expect(UserPoolClient).not.toHaveProperty('ReadAttributes')
    expect(UserPoolClient).not.toHaveProperty('WriteAttributes')
  })

  test('writes custom attributes, also ones that the pool got later', async () => {
    const { AccessToken, ClientId } = await signedIn({})
    await pool.succeed('UpdateUserAttributes', { AccessToken, UserAttributes: plan })
    const CustomAttributes = [{ Name: 'team', AttributeDataType: 'String', Mutable: true }]
    await pool.succeed('AddCustomAttributes', { UserPoolId, CustomAttributes })
    const UserAttributes = [{ Name: 'custom:team', Value: 'red' }]
    await pool.succeed('UpdateUserAttributes', { AccessToken, UserAttributes })
    const bea = { ClientId, Username: 'bea', Password: password, UserAttributes }
    await pool.succeed('SignUp', bea)
  })
})

test('an app client that names attributes reads and writes those alone', async () => {
  const lists = { ReadAttributes: ['name'], WriteAttributes: ['name'] }
  const { AccessToken, IdToken = '' } = await signedIn(lists)
  expect(decodeJwt(IdToken)).not.toHaveProperty('custom:plan')
  const { UserAttributes = [] } = await pool.succeed('GetUser', { AccessToken })
  expect(UserAttributes.map(({ Name }) => Name).toSorted()).toEqual(['name', 'sub'])
  expect(await pool.refusal('UpdateUserAttributes', { AccessToken, UserAttributes: plan })).toBe(
    'NotAuthorizedException: A client attempted to write unauthorized attribute',
  )
})

test('an empty list is none: everything is read and written', async () => {
  const { AccessToken } = await signedIn({ ReadAttributes: [], WriteAttributes: [] })
  await pool.succeed('UpdateUserAttributes', { AccessToken, UserAttributes: plan })
  const { UserAttributes } = await pool.succeed('GetUser', { AccessToken })
  expect(UserAttributes).toContainEqual(plan[0])
})
