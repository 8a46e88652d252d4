// What a set-up tool gives comes back from Describe: to the SDK always, to the AWS CLI and boto3
// where this machine has them. The report names what was not tried.
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest'
import { startPracticeServer, type PracticeServer } from '../practice-server.ts'
import { kindsOfClient, kindsOfPool } from './kinds-of-pool.ts'
import { setUpTools, TooOldError, type SetUpTool, type Values } from './set-up-tools-under-test.ts'

let server: PracticeServer
beforeAll(async () => {
  server = await startPracticeServer()
})
afterAll(() => server.close())

/** What Describe has of what was given; Schema comes back under another name. */
const echoedMembers = ({ Schema, GenerateSecret: _, ...rest }: Values): Values => ({
  ...rest,
  ...(Array.isArray(Schema) && {
    SchemaAttributes: expect.arrayContaining(
      (Schema as readonly Values[]).map((one): unknown =>
        expect.objectContaining({ ...one, Name: attributeName(one) }),
      ),
    ) as unknown,
  }),
})

function attributeName({ Name, DeveloperOnlyAttribute }: Values): string {
  if (Name === 'email') return Name
  return `${DeveloperOnlyAttribute ? 'dev:' : ''}custom:${String(Name)}`
}

describe.each(setUpTools)('$name', ({ name, isHere, open }) => {
  let tool: SetUpTool
  beforeAll(() => {
    if (isHere) tool = open(server)
  })
  afterAll(() => {
    if (isHere) tool.close()
  })

  /** Calls an operation; a member that the installed client does not know ends the test with a note. */
  const callWith =
    ({ skip }: Pick<TestContext, 'skip'>) =>
    async (operation: string, input: Values) => {
      try {
        return await tool.call(operation, input)
      } catch (error) {
        if (error instanceof TooOldError) skip(`not tried: ${name} is too old for ${operation}`)
        throw error
      }
    }

  const inside = (answer: Values, member: string) => answer[member] as Values
  const missing = 'not tried: it is not installed'

  it.for(kindsOfPool)(
    'gets a pool back as it gave it: $kind',
    async ({ create, mfa, update }, context) => {
      context.skip(!isHere, missing)
      const call = callWith(context)
      const described = async (UserPoolId: unknown) =>
        inside(await call('DescribeUserPool', { UserPoolId }), 'UserPool')
      const created = await call('CreateUserPool', { PoolName: 'practice', ...create })
      const UserPoolId = inside(created, 'UserPool')['Id']
      expect(await described(UserPoolId)).toMatchObject({
        Name: 'practice',
        ...echoedMembers(create),
      })
      if (mfa) {
        await call('SetUserPoolMfaConfig', { UserPoolId, ...mfa })
        expect(await call('GetUserPoolMfaConfig', { UserPoolId })).toMatchObject(mfa)
      }
      await call('UpdateUserPool', { UserPoolId, ...update })
      expect(await described(UserPoolId)).toMatchObject(update)
      await call('DeleteUserPool', { UserPoolId })
      await expect(described(UserPoolId)).rejects.toThrow(/does not exist/)
    },
  )

  it.for(kindsOfClient)(
    'gets an app client back as it gave it: $kind',
    async ({ create, update }, context) => {
      context.skip(!isHere, missing)
      const call = callWith(context)
      const UserPoolId = 'us-east-1_Practice3'
      const described = async (ClientId: unknown) =>
        inside(await call('DescribeUserPoolClient', { UserPoolId, ClientId }), 'UserPoolClient')
      const created = await call('CreateUserPoolClient', {
        UserPoolId,
        ClientName: 'app',
        ...create,
      })
      const { ClientId, ClientSecret } = inside(created, 'UserPoolClient')
      expect(await described(ClientId)).toMatchObject(echoedMembers(create))
      expect(ClientSecret !== undefined).toBe(create['GenerateSecret'] === true)
      await call('UpdateUserPoolClient', { UserPoolId, ClientId, ...update })
      expect(await described(ClientId)).toMatchObject(update)
      expect((await described(ClientId))['ClientSecret']).toBe(ClientSecret)
      await call('DeleteUserPoolClient', { UserPoolId, ClientId })
      await expect(described(ClientId)).rejects.toThrow(/does not exist/)
    },
  )
})
