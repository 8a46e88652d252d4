import { describe, expect, it } from 'vitest'
import { poolUnderTest } from '../test-bed/pool-under-test.ts'
import type { PoolChange } from './change-pool.ts'

const userPoolId = 'us-east-1_Practice1'
const clientId = '1practicewebpublic00000001'
const signIn = {
  AuthFlow: 'USER_PASSWORD_AUTH',
  ClientId: clientId,
  AuthParameters: { USERNAME: 'alice', PASSWORD: 'Practice-Password-1!' },
}
const described = ({ pool }: ReturnType<typeof poolUnderTest>, id = userPoolId) =>
  pool.describe().find((one) => one.userPoolId === id)
const tracked: PoolChange = { kind: 'sessions', isTracked: true, maxPerUser: 2 }
/** A pool of a tier that has everything. */
async function ofPlus() {
  const test = poolUnderTest()
  await test.pool.changePool(userPoolId, { kind: 'tier', tier: 'PLUS' })
  return test
}
const tooLow = 'The following features need to be disabled for the'

describe('the tier of a pool', () => {
  it('is changed, and Describe says so', async () => {
    const test = await ofPlus()
    expect(described(test)?.tier).toBe('PLUS')
    expect(await test.succeed('DescribeUserPool', { UserPoolId: userPoolId })).toMatchObject({
      UserPool: { UserPoolTier: 'PLUS' },
    })
  })

  it.each([
    [
      'Passwordless Sign-In',
      'LITE',
      { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } } },
    ],
    ['Custom ACR Level Names', 'LITE', { AcrConfiguration: { Level1: { AcrValue: 'low' } } }],
    ['Password History', 'LITE', { Policies: { PasswordPolicy: { PasswordHistorySize: 3 } } }],
    ['Dynamic Client Registration', 'LITE', { DcrConfiguration: {} }],
    [
      'Token Customization with Pre-Token Generation Lambda V2_0',
      'LITE',
      {
        LambdaConfig: {
          PreTokenGenerationConfig: {
            LambdaVersion: 'V2_0',
            LambdaArn: 'arn:aws:lambda:us-east-1:000000000000:function:t',
          },
        },
      },
    ],
    ['Threat Protection', 'ESSENTIALS', { UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' } }],
  ] as const)('is not lowered while %s needs it', async (feature, tier, settings) => {
    const test = poolUnderTest()
    const input = { PoolName: 'p', UserPoolTier: 'PLUS', ...settings }
    await test.succeed('CreateUserPool', input)
    const id = test.pool.describe().at(-1)?.userPoolId ?? ''
    const text = `${tooLow} ${tier} pricing tier configured: ${feature}`
    await expect(test.pool.changePool(id, { kind: 'tier', tier })).rejects.toThrow(text)
    expect(described(test, id)?.tier).toBe('PLUS')
    const update = { UserPoolId: id, ...settings, UserPoolTier: tier }
    expect(await test.refusal('UpdateUserPool', update)).toBe(
      `FeatureUnavailableInTierException: ${text}`,
    )
  })

  it('is not lowered while sessions are tracked or a replica is there', async () => {
    const test = await ofPlus()
    await test.pool.changePool(userPoolId, tracked)
    const replica = { kind: 'replica', region: 'eu-west-1', isActive: true } as const
    await test.pool.changePool(userPoolId, replica)
    const lower = () => test.pool.changePool(userPoolId, { kind: 'tier', tier: 'LITE' })
    await expect(lower()).rejects.toThrow('Session Management, Multi-Region Replication')
    await test.pool.changePool(userPoolId, { kind: 'replica', isActive: true })
    await test.pool.changePool(userPoolId, { ...tracked, isTracked: false })
    await lower()
    expect(described(test)?.tier).toBe('LITE')
    await expect(test.pool.changePool(userPoolId, tracked)).rejects.toThrow(tooLow)
    await expect(test.pool.changePool(userPoolId, replica)).rejects.toThrow(tooLow)
    expect(described(test)).toMatchObject({ sessions: { isTracked: false } })
  })
})

describe('session management', () => {
  it('has a limit, past which the oldest session ends', async () => {
    const test = await ofPlus()
    await test.pool.changePool(userPoolId, tracked)
    for (let times = 0; times < 3; times += 1) {
      await test.succeed('InitiateAuth', signIn)
      test.wait(1)
    }
    expect(described(test)?.users[0]?.state.sessions).toHaveLength(2)
  })

  it('takes a limit from 1 to 100', async () => {
    const { pool } = await ofPlus()
    await expect(pool.changePool(userPoolId, { ...tracked, maxPerUser: 101 })).rejects.toThrow(
      /validation error detected/,
    )
  })

  it('sets the sessions of a client once they are tracked', async () => {
    const test = await ofPlus()
    const change = { kind: 'client sessions', clientId, maxValidityMinutes: 30 } as const
    await expect(test.pool.changePool(userPoolId, change)).rejects.toThrow(
      'Session tracking is not enabled for this user pool.',
    )
    await test.pool.changePool(userPoolId, tracked)
    await test.pool.changePool(userPoolId, change)
    const clients = Object.values(described(test)?.clients ?? {})
    expect(clients.find((client) => client.clientId === clientId)?.ssoSessionMinutes).toBe(30)
  })

  it('ends one session and leaves the others', async () => {
    const test = poolUnderTest()
    const first = await test.succeed('InitiateAuth', signIn)
    test.wait(1)
    const second = await test.succeed('InitiateAuth', signIn)
    const sessions = described(test)?.users[0]?.state.sessions ?? []
    expect(sessions.map(({ signedInAt }) => signedInAt)).toEqual([test.now(), test.now() - 1000])
    test.pool.endSession(userPoolId, 'alice', sessions[1]?.id ?? '')
    const token = (of: typeof first) => ({ AccessToken: of.AuthenticationResult?.['AccessToken'] })
    expect(await test.refusal('GetUser', token(first))).toMatch(/has been revoked$/)
    await test.succeed('GetUser', token(second))
    expect(() => {
      test.pool.endSession(userPoolId, 'alice', sessions[1]?.id ?? '')
    }).toThrow(/no session/)
  })
})

describe('the replica of a pool', () => {
  it('comes, is deactivated, moves and goes', async () => {
    const test = await ofPlus()
    const change = (region: string | undefined, isActive = true) =>
      test.pool.changePool(userPoolId, { kind: 'replica', region, isActive })
    const replica = () => described(test)?.replica
    await change('eu-west-1')
    expect(replica()).toEqual({
      region: 'eu-west-1',
      endpoint: 'http://127.0.0.1:1/replica/eu-west-1',
      isActive: true,
    })
    await change('eu-west-1', false)
    expect(replica()?.isActive).toBe(false)
    await change('eu-central-1')
    expect(replica()).toMatchObject({ region: 'eu-central-1', isActive: true })
    await expect(change('us-east-1')).rejects.toThrow('The replica must be in another region.')
    expect(replica()?.region).toBe('eu-central-1')
    await change(undefined)
    expect(replica()).toBeUndefined()
  })

  it('is of a pool that is there', async () => {
    const { pool } = poolUnderTest()
    await expect(pool.changePool('us-east-1_None', tracked)).rejects.toThrow(/no pool/)
  })
})
