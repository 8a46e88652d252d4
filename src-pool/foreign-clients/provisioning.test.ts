// People set a pool up as they set up the real one: with the AWS SDK and credentials of some kind.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider'
import { startPracticeServer, type PracticeServer } from '../practice-server.ts'

const password = 'Practice-Password-1!'
let server: PracticeServer
let sdk: CognitoIdentityProvider
let UserPoolId: string
let ClientId: string

beforeAll(async () => {
  server = await startPracticeServer()
  const { region, endpoint } = server
  const credentials = { accessKeyId: 'any', secretAccessKey: 'key' }
  sdk = new CognitoIdentityProvider({ region, endpoint, credentials, maxAttempts: 1 })
})
afterAll(async () => {
  sdk.destroy()
  await server.close()
})
beforeEach(async () => {
  server.reset()
  const { UserPool } = await sdk.createUserPool({
    PoolName: 'provisioned',
    Policies: { PasswordPolicy: { MinimumLength: 10, RequireNumbers: true } },
    AutoVerifiedAttributes: ['email'],
    Schema: [{ Name: 'plan', AttributeDataType: 'String', Mutable: true }],
  })
  UserPoolId = UserPool?.Id ?? ''
  const { UserPoolClient } = await sdk.createUserPoolClient({
    UserPoolId,
    ClientName: 'app',
    ExplicitAuthFlows: [
      'ALLOW_ADMIN_USER_PASSWORD_AUTH',
      'ALLOW_USER_PASSWORD_AUTH',
      'ALLOW_REFRESH_TOKEN_AUTH',
    ],
    AccessTokenValidity: 30,
    TokenValidityUnits: { AccessToken: 'minutes' },
  })
  ClientId = UserPoolClient?.ClientId ?? ''
})

const Username = 'ann'
const member = () => ({ UserPoolId, Username })
const create = (more: object = {}) =>
  sdk.adminCreateUser({
    ...member(),
    TemporaryPassword: 'temporary-1',
    UserAttributes: [
      { Name: 'email', Value: 'ann@example.com' },
      { Name: 'email_verified', Value: 'true' },
      { Name: 'custom:plan', Value: 'free' },
    ],
    DesiredDeliveryMediums: ['EMAIL'],
    ...more,
  })
const permanent = async () => {
  await create()
  await sdk.adminSetUserPassword({ ...member(), Password: password, Permanent: true })
}
const signIn = (PASSWORD = password) =>
  sdk.initiateAuth({
    AuthFlow: 'USER_PASSWORD_AUTH',
    ClientId,
    AuthParameters: { USERNAME: Username, PASSWORD },
  })
const failure = async (call: Promise<unknown>) => {
  const error: unknown = await call.then(
    () => new Error('accepted'),
    (cause: unknown) => cause,
  )
  return error instanceof Error ? `${error.name}: ${error.message}` : 'no error'
}

describe('a pool that was set up over the wire', () => {
  it('has ids of Cognito’s lengths, and describes what was asked for', async () => {
    expect(UserPoolId).toMatch(/^us-east-1_[a-z0-9]{9}$/)
    expect(ClientId).toMatch(/^[a-z0-9]{26}$/)
    const { UserPool } = await sdk.describeUserPool({ UserPoolId })
    expect(UserPool).toMatchObject({
      Name: 'provisioned',
      MfaConfiguration: 'OFF',
      Policies: { PasswordPolicy: { MinimumLength: 10, RequireSymbols: false } },
    })
    expect(UserPool?.CreationDate).toBeInstanceOf(Date)
    const { UserPoolClient } = await sdk.describeUserPoolClient({ UserPoolId, ClientId })
    expect(UserPoolClient).toMatchObject({
      ClientName: 'app',
      AccessTokenValidity: 30,
      TokenValidityUnits: { AccessToken: 'minutes' },
    })
    const { UserPools = [] } = await sdk.listUserPools({ MaxResults: 60 })
    expect(UserPools.map(({ Name }) => Name)).toContain('provisioned')
  })

  it('is in the region of the client that made it, with its ARN and keys', async () => {
    const credentials = { accessKeyId: 'any', secretAccessKey: 'key' }
    const { endpoint } = server
    const there = new CognitoIdentityProvider({ region: 'eu-central-1', endpoint, credentials })
    const { UserPool } = await there.createUserPool({ PoolName: 'elsewhere' })
    there.destroy()
    expect(UserPool?.Id).toMatch(/^eu-central-1_[0-9A-Za-z]{9}$/)
    expect(UserPool?.Arn).toContain(':cognito-idp:eu-central-1:')
    const created = server.describe().pools.find(({ userPoolId }) => userPoolId === UserPool?.Id)
    expect(created).toMatchObject({
      region: 'eu-central-1',
      issuer: `${endpoint}/${UserPool?.Id ?? ''}`,
    })
  })

  it('takes a user from a temporary password to tokens, by the administrator’s own flow', async () => {
    const { User } = await create({ MessageAction: 'SUPPRESS' })
    expect(User).toMatchObject({ UserStatus: 'FORCE_CHANGE_PASSWORD', Enabled: true })
    expect(server.outbox()).toEqual([])
    const challenge = await sdk.adminInitiateAuth({
      AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
      UserPoolId,
      ClientId,
      AuthParameters: { USERNAME: Username, PASSWORD: 'temporary-1' },
    })
    expect(challenge.ChallengeName).toBe('NEW_PASSWORD_REQUIRED')
    const { AuthenticationResult } = await sdk.adminRespondToAuthChallenge({
      UserPoolId,
      ClientId,
      ChallengeName: challenge.ChallengeName,
      Session: challenge.Session,
      ChallengeResponses: { USERNAME: Username, NEW_PASSWORD: password },
    })
    expect(AuthenticationResult?.ExpiresIn).toBe(1800)
    const shown = await sdk.getUser({ AccessToken: AuthenticationResult?.AccessToken })
    expect(shown.UserAttributes).toContainEqual({ Name: 'custom:plan', Value: 'free' })
  })

  it('invites by email, and RESEND sends another password to those who did not come', async () => {
    await create({ TemporaryPassword: undefined })
    const [first] = server.outbox()
    expect(first).toMatchObject({ medium: 'EMAIL', destination: 'ann@example.com' })
    expect(await failure(create())).toBe('UsernameExistsException: User account already exists')
    await create({ MessageAction: 'RESEND' })
    expect(server.outbox().at(-1)?.code).toBe('temporary-1')
    expect(await signIn('temporary-1')).toHaveProperty('ChallengeName', 'NEW_PASSWORD_REQUIRED')
    await sdk.adminSetUserPassword({ ...member(), Password: password, Permanent: true })
    expect(await failure(create({ MessageAction: 'RESEND' }))).toMatch('UnsupportedUserState')
  })

  it('rejects a disabled user with all tokens, and accepts an enabled one again', async () => {
    await permanent()
    const { AuthenticationResult } = await signIn()
    await sdk.adminDisableUser(member())
    expect(await failure(signIn())).toBe('NotAuthorizedException: User is disabled.')
    await sdk.adminEnableUser(member())
    expect(await failure(sdk.getUser({ AccessToken: AuthenticationResult?.AccessToken }))).toBe(
      'NotAuthorizedException: Access Token has been revoked',
    )
    await signIn()
    await sdk.adminUserGlobalSignOut(member())
    await sdk.adminDeleteUser(member())
    expect(await failure(sdk.adminGetUser(member()))).toBe(
      'UserNotFoundException: User does not exist.',
    )
  })

  it('sends a reset user to ForgotPassword’s second half', async () => {
    await permanent()
    await sdk.adminResetUserPassword(member())
    expect(await failure(signIn())).toMatch('PasswordResetRequiredException')
    await sdk.confirmForgotPassword({
      ClientId,
      Username,
      ConfirmationCode: server.outbox().at(-1)?.code,
      Password: 'another-password-2',
    })
    await signIn('another-password-2')
  })

  it('confirms who signed up, without a code', async () => {
    const attributes = [{ Name: 'email', Value: 'ann@example.com' }]
    await sdk.signUp({ ClientId, Username, Password: password, UserAttributes: attributes })
    await sdk.adminConfirmSignUp(member())
    await sdk.adminUpdateUserAttributes({
      ...member(),
      UserAttributes: [{ Name: 'email_verified', Value: 'true' }],
    })
    const user = await sdk.adminGetUser(member())
    expect(user).toMatchObject({ UserStatus: 'CONFIRMED' })
    expect(user).not.toHaveProperty('UserMFASettingList')
    expect(user.UserAttributes).toContainEqual({ Name: 'email_verified', Value: 'true' })
  })

  it('puts the groups of a user into the tokens, and takes them out again', async () => {
    await permanent()
    const group = { UserPoolId, GroupName: 'admins' }
    expect(await failure(sdk.adminAddUserToGroup({ ...member(), GroupName: 'admins' }))).toMatch(
      'ResourceNotFoundException',
    )
    await sdk.createGroup({ ...group, Precedence: 1 })
    expect(await failure(sdk.createGroup(group))).toMatch('GroupExistsException')
    await sdk.updateGroup({ ...group, Description: 'those who may' })
    await sdk.adminAddUserToGroup({ ...member(), GroupName: 'admins' })
    const groupsNow = async () => {
      const { AuthenticationResult } = await signIn()
      const claims = AuthenticationResult?.AccessToken?.split('.')[1] ?? ''
      return (JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>)[
        'cognito:groups'
      ]
    }
    expect(await groupsNow()).toEqual(['admins'])
    const { Groups } = await sdk.listGroups({ UserPoolId })
    expect(Groups).toMatchObject([{ Description: 'those who may', Precedence: 1 }])
    await sdk.deleteGroup(group)
    expect(await groupsNow()).toBeUndefined()
  })

  it('asks for a second factor once that is set up for the pool and preferred for the user', async () => {
    await sdk.setUserPoolMfaConfig({
      UserPoolId,
      MfaConfiguration: 'OPTIONAL',
      SmsMfaConfiguration: {
        SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::000000000000:role/sms' },
      },
    })
    await permanent()
    const SMSMfaSettings = { Enabled: true, PreferredMfa: true }
    expect(await failure(sdk.adminSetUserMFAPreference({ ...member(), SMSMfaSettings }))).toMatch(
      'SMS_MFA',
    )
    const phone = { Name: 'phone_number', Value: '+15555550123' }
    await sdk.adminUpdateUserAttributes({ ...member(), UserAttributes: [phone] })
    await sdk.adminSetUserMFAPreference({ ...member(), SMSMfaSettings })
    expect(await signIn()).toHaveProperty('ChallengeName', 'SMS_MFA')
    const { SoftwareTokenMfaConfiguration } = await sdk.getUserPoolMfaConfig({ UserPoolId })
    expect(SoftwareTokenMfaConfiguration).toEqual({ Enabled: false })
  })

  it('finds users by an attribute, a page at a time', async () => {
    for (const name of ['ann', 'bob', 'cid'])
      await sdk.adminCreateUser({ UserPoolId, Username: name, MessageAction: 'SUPPRESS' })
    const first = await sdk.listUsers({ UserPoolId, Limit: 2 })
    expect(first.Users?.map((user) => user.Username)).toEqual(['ann', 'bob'])
    const { PaginationToken } = first
    const rest = await sdk.listUsers({ UserPoolId, Limit: 2, PaginationToken })
    expect(rest.Users?.map((user) => user.Username)).toEqual(['cid'])
    expect(rest.PaginationToken).toBeUndefined()
    const found = await sdk.listUsers({ UserPoolId, Filter: 'username ^= "b"' })
    expect(found.Users?.map((user) => user.Username)).toEqual(['bob'])
    const byStatus = await sdk.listUsers({
      UserPoolId,
      Filter: 'cognito:user_status = "force_change_password"',
    })
    expect(byStatus.Users).toHaveLength(3)
    expect(await failure(sdk.listUsers({ UserPoolId, Filter: 'bob' }))).toMatch('InvalidParameter')
  })

  it('forgets what an update does not name, as Cognito does', async () => {
    await permanent()
    await sdk.updateUserPool({ UserPoolId, DeviceConfiguration: {} })
    const { AuthenticationResult } = await signIn()
    expect(AuthenticationResult?.NewDeviceMetadata?.DeviceKey).toBeDefined()
    expect((await sdk.adminListDevices(member())).Devices).toEqual([])
    const { UserPool } = await sdk.describeUserPool({ UserPoolId })
    expect(UserPool?.AutoVerifiedAttributes).toEqual([])
    await sdk.updateUserPoolClient({ UserPoolId, ClientId })
    expect(await failure(signIn())).toMatch('USER_PASSWORD_AUTH flow not enabled')
  })

  it('wants refreshing and rotation kept apart', async () => {
    const client = { UserPoolId, ClientName: 'other' }
    const create = (more: object) => failure(sdk.createUserPoolClient({ ...client, ...more }))
    expect(await create({ ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'] })).toBe(
      'InvalidParameterException: REFRESH_TOKEN_AUTH should always be allowed.',
    )
    const RefreshTokenRotation = { Feature: 'ENABLED' }
    const ExplicitAuthFlows = ['ALLOW_REFRESH_TOKEN_AUTH']
    expect(await create({ ExplicitAuthFlows, RefreshTokenRotation })).toMatch('InvalidParameter')
    const { UserPoolClient } = await sdk.createUserPoolClient({
      ...client,
      GenerateSecret: true,
      ExplicitAuthFlows: ['USER_PASSWORD_AUTH'],
    })
    expect(UserPoolClient?.ClientSecret).toMatch(/^[a-z0-9]{51}$/)
    expect(UserPoolClient?.ExplicitAuthFlows).toEqual(['USER_PASSWORD_AUTH'])
    const { UserPoolClients = [] } = await sdk.listUserPoolClients({ UserPoolId, MaxResults: 60 })
    expect(UserPoolClients.map(({ ClientName }) => ClientName)).toEqual(['app', 'other'])
  })

  it('is gone when it is deleted, with its clients', async () => {
    await sdk.deleteUserPool({ UserPoolId })
    expect(await failure(signIn())).toBe(
      `ResourceNotFoundException: User pool client ${ClientId} does not exist.`,
    )
    expect(await failure(sdk.describeUserPool({ UserPoolId }))).toBe(
      `ResourceNotFoundException: User pool ${UserPoolId} does not exist.`,
    )
  })
})

it('an administrative call without a signature is refused before anything else is checked', async () => {
  const answer = await fetch(server.endpoint, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-amz-json-1.1',
      'X-Amz-Target': 'AWSCognitoIdentityProviderService.AdminDeleteUser',
    },
    body: JSON.stringify({ UserPoolId: 'us-east-1_Practice1', Username: 'alice' }),
  })
  expect(answer.status).toBe(400)
  expect(await answer.json()).toEqual({
    __type: 'MissingAuthenticationTokenException',
    message: 'Missing Authentication Token',
  })
})
