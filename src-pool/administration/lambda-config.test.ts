import { describe, expect, it } from 'vitest'
import { poolUnderTest } from '../test-bed/pool-under-test.ts'

const arn = (name: string) => `arn:aws:lambda:us-east-1:000000000000:function:${name}`
const password = 'Practice-Password-1!'
const confirming = `exports.handler = async (event) => {
  event.response.autoConfirmUser = true
  return event
}`

async function poolWith(functions: Readonly<Record<string, string>>, LambdaConfig: object) {
  const test = poolUnderTest({
    pools: [{ id: 'us-east-1_A', clients: [{ name: 'a', id: 'a' }], users: [] }],
    functions,
  })
  const created = (await test.succeed('CreateUserPool', {
    PoolName: 'p',
    LambdaConfig,
  })) as unknown as { UserPool: { Id: string } }
  const UserPoolId = created.UserPool.Id
  const client = (await test.succeed('CreateUserPoolClient', {
    UserPoolId,
    ClientName: 'app',
  })) as unknown as { UserPoolClient: { ClientId: string } }
  const signUp = { ClientId: client.UserPoolClient.ClientId, Username: 'ann', Password: password }
  return { test, UserPoolId, signUp }
}

describe('LambdaConfig', () => {
  it('is returned as it was sent', async () => {
    const config = {
      PreSignUp: arn('pre-sign-up'),
      CustomEmailSender: { LambdaVersion: 'V1_0', LambdaArn: arn('sender') },
      KMSKeyID: 'arn:aws:kms:us-east-1:000000000000:key/1',
      PreTokenGenerationConfig: { LambdaVersion: 'V2_0', LambdaArn: arn('tokens') },
    }
    const { test, UserPoolId } = await poolWith({}, config)
    const { UserPool } = (await test.succeed('DescribeUserPool', {
      UserPoolId,
    })) as unknown as { UserPool: { LambdaConfig: object } }
    expect(UserPool.LambdaConfig).toEqual({ ...config, PreTokenGeneration: arn('tokens') })
  })

  it('runs the JavaScript that its ARN is mapped to', async () => {
    const functions = { [arn('pre-sign-up')]: confirming }
    const { test, signUp } = await poolWith(functions, { PreSignUp: arn('pre-sign-up') })
    expect(await test.succeed('SignUp', signUp)).toMatchObject({ UserConfirmed: true })
  })

  it('runs what a trigger of every pool is mapped to', async () => {
    const { test, signUp } = await poolWith({ PreSignUp: confirming }, {})
    expect(await test.succeed('SignUp', signUp)).toMatchObject({ UserConfirmed: true })
  })

  it('fails the call until a user adds the function for its ARN', async () => {
    const { test, UserPoolId, signUp } = await poolWith({}, { PreSignUp: arn('unknown') })
    expect(await test.refusal('SignUp', signUp)).toBe(
      'UnexpectedLambdaException: PreSignUp invocation failed due to error AccessDeniedException.',
    )
    const described = test.pool.describe().find((pool) => pool.userPoolId === UserPoolId)
    expect(described?.triggers.find(({ name }) => name === 'PreSignUp')).toMatchObject({
      arn: arn('unknown'),
    })
    await test.pool.setTrigger(UserPoolId, 'PreSignUp', confirming)
    expect(await test.succeed('SignUp', signUp)).toMatchObject({ UserConfirmed: true })
  })

  it('shares code by ARN between the pools that name it, until it is taken away', async () => {
    const { test, UserPoolId } = await poolWith({}, { PreSignUp: arn('shared') })
    await test.pool.setTrigger(UserPoolId, 'PreSignUp', confirming)
    // A pool that is set up again, as a deployment does, finds the code that was given.
    await test.succeed('CreateUserPool', {
      PoolName: 'q',
      LambdaConfig: { PreSignUp: arn('shared') },
    })
    const sources = () =>
      test.pool
        .describe()
        .flatMap(({ triggers }) =>
          triggers.flatMap((one) => (one.arn === arn('shared') ? [one.source] : [])),
        )
    expect(sources()).toEqual([confirming, confirming])
    await test.pool.setTrigger(UserPoolId, 'PreSignUp', undefined)
    expect(sources()).toEqual([undefined, undefined])
  })

  it('needs a key with a custom sender, and one function for PreTokenGeneration', async () => {
    const test = poolUnderTest()
    const create = (LambdaConfig: object) =>
      test.refusal('CreateUserPool', { PoolName: 'p', LambdaConfig })
    const sender = { LambdaVersion: 'V1_0', LambdaArn: arn('sender') }
    expect(await create({ CustomSMSSender: sender })).toMatch('KMSKeyId parameter is required')
    expect(
      await create({
        PreTokenGeneration: arn('one'),
        PreTokenGenerationConfig: { LambdaVersion: 'V1_0', LambdaArn: arn('other') },
      }),
    ).toMatch("with different Lambda function ARN's")
  })
})

describe('a function that is saved', () => {
  it('is refused with its line when it does not parse, and the earlier one stays', async () => {
    const { test, UserPoolId, signUp } = await poolWith({}, {})
    await test.pool.setTrigger(UserPoolId, 'PreSignUp', confirming)
    await expect(
      test.pool.setTrigger(
        UserPoolId,
        'PreSignUp',
        'exports.handler = async (event) => {\n  let = 1 +\n}',
      ),
    ).rejects.toThrow(/line [23]/)
    expect(await test.succeed('SignUp', signUp)).toMatchObject({ UserConfirmed: true })
  })
})
