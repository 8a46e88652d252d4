// A pool in two regions, as an application that fails over meets it: the AWS SDK at both addresses.
import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider'
import { startPracticeServer, type PracticeServer } from '../practice-server.ts'

const UserPoolId = 'us-east-1_Twice'
const ClientId = 'twice'
const password = 'Practice-Password-1!'
const region = 'eu-west-1'
const notEnabled =
  'OperationNotEnabledException: This operation is not enabled for a secondary replica.'

let server: PracticeServer
let primary: CognitoIdentityProvider
let replica: CognitoIdentityProvider

const clientAt = (endpoint: string, inRegion: string) =>
  new CognitoIdentityProvider({
    region: inRegion,
    endpoint,
    credentials: { accessKeyId: 'any', secretAccessKey: 'key' },
    maxAttempts: 1,
  })

beforeAll(async () => {
  server = await startPracticeServer({
    configuration: {
      pools: [
        {
          id: UserPoolId,
          replica: { region },
          clients: [
            {
              name: 'app',
              id: ClientId,
              explicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
            },
          ],
          users: [
            { username: 'ann', password },
            {
              username: 'totp-user',
              password,
              totpSecret: 'AUTHSCOPEPRACTICETOTPSECRETTHATGUARDSNOTHINGATALL22A',
              userMfaSettingList: ['SOFTWARE_TOKEN_MFA'],
            },
            { username: 'new-user', password, status: 'FORCE_CHANGE_PASSWORD' },
          ],
        },
      ],
    },
  })
  const address = server.describe().replica?.endpoint ?? ''
  primary = clientAt(server.endpoint, server.region)
  replica = clientAt(address, region)
})
afterAll(async () => {
  primary.destroy()
  replica.destroy()
  await server.close()
})

const signIn = (client: CognitoIdentityProvider, USERNAME = 'ann', PASSWORD = password) =>
  client.initiateAuth({
    AuthFlow: 'USER_PASSWORD_AUTH',
    ClientId,
    AuthParameters: { USERNAME, PASSWORD },
  })
const failure = async (call: Promise<unknown>) =>
  call.then(
    () => 'accepted',
    (error: unknown) => String(error),
  )

describe('the replica of a pool', () => {
  it('signs its users in, and each region takes the other’s tokens', async () => {
    const { AuthenticationResult: here } = await signIn(replica)
    const { AuthenticationResult: there } = await signIn(primary)
    expect(await primary.getUser({ AccessToken: here?.AccessToken })).toMatchObject({
      Username: 'ann',
    })
    expect(await replica.getUser({ AccessToken: there?.AccessToken })).toMatchObject({
      Username: 'ann',
    })
    const REFRESH_TOKEN = there?.RefreshToken ?? ''
    const refreshed = await replica.initiateAuth({
      AuthFlow: 'REFRESH_TOKEN_AUTH',
      ClientId,
      AuthParameters: { REFRESH_TOKEN },
    })
    expect(refreshed.AuthenticationResult?.AccessToken).toBeDefined()
  })

  it('issues tokens of its own region, whose keys its own address publishes', async () => {
    const { AuthenticationResult } = await signIn(replica)
    const { iss = '' } = decodeJwt(AuthenticationResult?.IdToken ?? '')
    expect(iss).toBe(`${server.endpoint}/replica/${region}/${UserPoolId}`)
    const published = await fetch(`${iss}/.well-known/openid-configuration`)
    expect(await published.json()).toMatchObject({
      issuer: iss,
      jwks_uri: `${iss}/.well-known/jwks.json`,
    })
  })

  it.each([
    ['creates no users', () => replica.signUp({ ClientId, Username: 'bob', Password: password })],
    [
      'creates none for administrators either',
      () => replica.adminCreateUser({ UserPoolId, Username: 'bob' }),
    ],
    ['resets no passwords', () => replica.forgotPassword({ ClientId, Username: 'ann' })],
    ['has no authenticator applications', () => signIn(replica, 'totp-user')],
    ['takes no new passwords', () => signIn(replica, 'new-user')],
    ['creates no app clients', () => replica.createUserPoolClient({ UserPoolId, ClientName: 'b' })],
    ['creates no pools', () => replica.createUserPool({ PoolName: 'b' })],
  ])('%s', async (_, call) => {
    expect(await failure(call())).toBe(notEnabled)
  })

  it('counts failed sign-ins for itself', async () => {
    for (let attempt = 0; attempt < 6; attempt++) await failure(signIn(replica, 'ann', 'Wrong-1!'))
    expect(await failure(signIn(replica))).toMatch('Password attempts exceeded')
    expect(await failure(signIn(primary))).toBe('accepted')
  })

  it('is not found by a call that is signed for the region of the primary', async () => {
    const { endpoint = '' } = server.describe().replica ?? {}
    const elsewhere = clientAt(endpoint, server.region)
    expect(await failure(elsewhere.describeUserPool({ UserPoolId }))).toMatch('does not exist')
    elsewhere.destroy()
  })
})

describe('a replica that administrators create', () => {
  it('takes no users’ calls until it is active, and is gone when it is deleted', async () => {
    const KeyConfiguration = {
      KeyType: 'CUSTOMER_MANAGED_KEY',
      KmsKeyArn: 'arn:aws:kms:us-east-1:000000000000:key/mrk-1',
    } as const
    const { UserPool } = await primary.createUserPool({
      PoolName: 'p',
      KeyConfiguration,
      IssuerConfiguration: { Type: 'UPDATED' },
    })
    const pool = { UserPoolId: UserPool?.Id ?? '' }
    const { UserPoolClient } = await primary.createUserPoolClient({ ...pool, ClientName: 'app' })
    const named = { ...pool, RegionName: region }
    const { UserPoolReplica } = await primary.createUserPoolReplica(named)
    expect(UserPoolReplica).toMatchObject({
      RegionName: region,
      Role: 'SECONDARY',
      Status: 'INACTIVE',
    })
    const call = () =>
      failure(
        replica.initiateAuth({
          AuthFlow: 'USER_SRP_AUTH',
          ClientId: UserPoolClient?.ClientId,
          AuthParameters: { USERNAME: 'nobody', SRP_A: 'abc' },
        }),
      )
    expect(await call()).toMatch('The replica is not active.')
    await primary.updateUserPoolReplica({ ...named, Status: 'ACTIVE' })
    expect(await call()).toMatch('UserNotFoundException')
    const { UserPoolReplicas } = await replica.listUserPoolReplicas(pool)
    expect(UserPoolReplicas?.map(({ Role }) => Role)).toEqual(['PRIMARY', 'SECONDARY'])
    expect(await failure(primary.deleteUserPoolReplica(named))).toMatch('Only an inactive replica')
    await primary.updateUserPoolReplica({ ...named, Status: 'INACTIVE' })
    await primary.deleteUserPoolReplica(named)
    expect(await call()).toMatch('does not exist')
  })

  it('needs a customer managed key and another region than the pool’s', async () => {
    const { UserPool } = await primary.createUserPool({ PoolName: 'p' })
    const pool = { UserPoolId: UserPool?.Id ?? '' }
    expect(await failure(primary.createUserPoolReplica({ ...pool, RegionName: region }))).toMatch(
      'customer managed key',
    )
    expect(
      await failure(primary.createUserPoolReplica({ ...pool, RegionName: server.region })),
    ).toMatch('another region')
  })
})
