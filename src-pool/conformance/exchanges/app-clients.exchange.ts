import { expect } from 'vitest'
import { hashOf } from '../../test-bed/pool-under-test.ts'
import { createdClient, createdPool, createdUser, exchange } from '../exchange.ts'

const range = 'InvalidParameterException: Invalid range for token validity.'

/** App clients: flows, validities, secrets, and everything given back as given. */
export default exchange({
  topic: 'app clients',
  async play(pool) {
    const UserPoolId = await createdPool(pool, { DeletionProtection: 'ACTIVE' })
    expect(await pool.refusal('DeleteUserPool', { UserPoolId })).toMatch('deletion protection')

    const refused = (input: object) =>
      pool.refusal('CreateUserPoolClient', { UserPoolId, ClientName: 'c', ...input })
    expect(
      await refused({ ExplicitAuthFlows: ['ADMIN_NO_SRP_AUTH', 'ALLOW_USER_SRP_AUTH'] }),
    ).toMatch('cannot be used with legacy auth flow names.')
    const units = (AccessToken: string) => ({ TokenValidityUnits: { AccessToken } })
    expect(await refused({ AccessTokenValidity: 48, ...units('hours') })).toBe(range)
    expect(await refused({ AccessTokenValidity: 4, ...units('minutes') })).toBe(range)
    expect(await refused({ RefreshTokenValidity: 3651 })).toBe(range)

    const input = {
      AccessTokenValidity: 30,
      ...units('minutes'),
      CallbackURLs: ['https://app.example/'],
      ClientSecret: 'aSecretOfOnesOwnThatIsLongEnough',
      ExplicitAuthFlows: ['USER_PASSWORD_AUTH'],
    }
    const client = await createdClient(pool, UserPoolId, input)
    expect(client).toMatchObject(input)
    const ofClient = { UserPoolId, ClientId: client.ClientId }
    const described = await pool.succeed('DescribeUserPoolClient', ofClient)
    expect(described).toMatchObject({ UserPoolClient: { ...input, ClientType: 'REGULAR' } })

    await createdUser(pool, UserPoolId, 'ann')
    const signIn = (secret: string) => ({
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId: client.ClientId,
      AuthParameters: {
        USERNAME: 'ann',
        PASSWORD: 'Practice-Password-1!',
        SECRET_HASH: hashOf(secret, 'ann', client.ClientId),
      },
    })
    const second = 'anotherSecretOfOnesOwnLongEnough'
    const add = { ...ofClient, ClientSecret: second }
    await pool.succeed('AddUserPoolClientSecret', add)
    expect(
      await pool.refusal('AddUserPoolClientSecret', { ...ofClient, ClientSecret: `${second}3` }),
    ).toMatch('LimitExceededException')
    for (const secret of [input.ClientSecret, second])
      await pool.succeed('InitiateAuth', signIn(secret))
    const { ClientSecrets } = await pool.succeed('ListUserPoolClientSecrets', ofClient)
    const [first] = ClientSecrets as { readonly ClientSecretId: string }[]
    await pool.succeed('DeleteUserPoolClientSecret', { ...ofClient, ...idOf(first) })
    expect(await pool.refusal('InitiateAuth', signIn(input.ClientSecret))).toBe(
      `NotAuthorizedException: Unable to verify secret hash for client ${client.ClientId}`,
    )
    await pool.succeed('InitiateAuth', signIn(second))
  },
})

const idOf = (secret?: { readonly ClientSecretId: string }) => ({
  ClientSecretId: secret?.ClientSecretId,
})
