import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { practice as practiceSchema } from '#contract/routes/practice.ts'
import { startPractice } from './practice.ts'
import { noPractice, type PracticePort } from './practice-port.ts'
import { practiceHandlers } from './practice-handlers.ts'

let port: PracticePort = noPractice
const handlers = practiceHandlers({ practice: () => port })
const fault = (name: string) => port.state().faults.find((one) => one.name === name)
const [userPoolId, username, clientId] = [
  'us-east-1_Practice1',
  'alice',
  '1practicewebpublic00000001',
]
const json = 'application/x-amz-json-1.1'
const alice = () => port.state().pools[0]?.users.find((user) => user.username === username)
const client = () => port.state().pools[0]?.clients.find((one) => one.clientId === clientId)

beforeAll(async () => {
  port = await startPractice(() => undefined)
})
beforeEach(() => handlers['practice.reset']())
afterAll(() => port.close())

describe('an action on the practice pool', () => {
  it('enables a fault with its settings, and disables all of them', async () => {
    await handlers['practice.turnOn']({ name: 'latency', settings: { milliseconds: 70 } })
    expect(fault('latency')).toMatchObject({ active: true, hits: 0 })
    expect(fault('latency')?.settings).toContainEqual(
      expect.objectContaining({ name: 'milliseconds', value: 70 }),
    )
    await handlers['practice.turnAllOff']()
    expect(port.state().faults.filter(({ active }) => active)).toEqual([])
  })

  it('says which numbers a setting accepts, and enables nothing', async () => {
    await expect(
      handlers['practice.turnOn']({ name: 'throttling', settings: { percent: 101 } }),
    ).rejects.toThrow('“Share of calls” takes a whole number from 1 to 100.')
    expect(fault('throttling')?.active).toBe(false)
  })

  it('changes a user, and is refused for a user who no longer exists', async () => {
    await handlers['practice.changeUser']({ userPoolId, username, change: 'lock-out' })
    expect(alice()?.state.lockedUntil).toBeGreaterThan(Date.now())
    expect(() =>
      handlers['practice.changeUser']({ userPoolId, username: 'gone', change: 'enable' }),
    ).toThrow(/no user gone/)
  })

  it('removes one flow from a client and leaves the others', async () => {
    const others = client()?.flows.filter((flow) => flow !== 'USER_SRP_AUTH')
    expect(others).toContain('USER_PASSWORD_AUTH')
    await handlers['practice.changeClient']({ clientId, flags: { ALLOW_USER_SRP_AUTH: false } })
    expect(client()?.flows).toEqual(others)
    await handlers['practice.changeClient']({ clientId, hidesUnknownUsers: true })
    expect(client()).toMatchObject({ hidesUnknownUsers: true })
    expect(client()?.flows).toEqual(others)
  })

  it('turns no flow on that the tier lacks, and says so in Cognito’s words', () => {
    expect(() =>
      handlers['practice.changeClient']({ clientId, flags: { ALLOW_USER_AUTH: true } }),
    ).toThrow(
      'FeatureUnavailableInTierException: The following features need to be disabled for the ' +
        'LITE pricing tier configured: Choice-Based Sign-In.',
    )
    expect(client()?.flows).not.toContain('USER_AUTH')
  })

  it('changes a pool, and says in Cognito’s words why it does not', async () => {
    const change = (to: Parameters<(typeof handlers)['practice.changePool']>[0]['change']) =>
      handlers['practice.changePool']({ userPoolId, change: to })
    const sessions = { kind: 'sessions', isTracked: true, maxPerUser: 5 } as const
    await expect(change(sessions)).rejects.toThrow(
      'LITE pricing tier configured: Session Management',
    )
    await change({ kind: 'tier', tier: 'PLUS' })
    await change(sessions)
    await change({ kind: 'replica', region: 'eu-west-1', isActive: false })
    const { isTracked, maxPerUser } = sessions
    expect(port.state().pools[0]).toMatchObject({
      tier: 'PLUS',
      sessions: { isTracked, maxPerUser },
      replica: { region: 'eu-west-1', isActive: false },
    })
    await expect(
      handlers['practice.changePool']({ userPoolId: 'gone', change: sessions }),
    ).rejects.toThrow('That could not be done: there is no pool gone.')
  })

  it('ends a session of a user', async () => {
    const AuthParameters = { USERNAME: username, PASSWORD: 'Practice-Password-1!' }
    const input = { AuthFlow: 'USER_PASSWORD_AUTH', ClientId: clientId, AuthParameters }
    await port.atWork?.call('InitiateAuth', JSON.stringify(input))
    const [session] = alice()?.state.sessions ?? []
    expect(session).toMatchObject({ clientId })
    const end = { userPoolId, username, sessionId: session?.id ?? '' }
    await handlers['practice.endSession'](end)
    expect(alice()?.state).toMatchObject({ signIns: 0, sessions: [] })
    expect(() => handlers['practice.endSession'](end)).toThrow(/no session/)
  })

  it('shows no steering character of what a program called', async () => {
    const { endpoint } = port.state()
    const target = 'AWSCognitoIdentityProviderService.\u009b31mSignIn'
    await fetch(endpoint, {
      method: 'POST',
      headers: { 'X-Amz-Target': target, 'Content-Type': json },
    })
    expect(port.state().unknownOperations).toContainEqual({
      operation: '\\u009b31mSignIn',
      count: 1,
    })
  })

  it('shows no steering character of a message that a trigger wrote', async () => {
    const source = `exports.handler = (event) => {
      event.response.smsMessage = event.request.codeParameter + '\\u202e\\u001b[2J'
      event.response.emailMessage = event.response.smsMessage
      return event
    }`
    await port.atWork?.setTrigger(userPoolId, 'CustomMessage', source)
    const ForgotPassword = { ClientId: clientId, Username: username }
    await port.atWork?.call('ForgotPassword', JSON.stringify(ForgotPassword))
    expect(port.state().outbox[0]?.text).toMatch(/^\d+\\u202e\\u001b\[2J$/)
  })

  it('shows functions without code, and once each input without effect', async () => {
    const server = port.atWork
    const arn = 'arn:aws:lambda:us-east-1:000000000000:function:pre'
    const input = JSON.stringify({
      PoolName: 'p',
      LambdaConfig: { PreSignUp: arn },
      UserPoolTags: { team: 'red' },
    })
    for (let times = 0; times < 2; times += 1)
      await server?.call('CreateUserPool', input, 'us-east-1')
    const { inputsWithoutEffect, pools } = port.state()
    expect(pools.at(-1)?.triggersWithoutCode).toEqual([{ name: 'PreSignUp', arn }])
    expect(inputsWithoutEffect).toEqual([
      { operation: 'CreateUserPool', members: ['UserPoolTags'] },
    ])
  })

  it('returns a state that fits the contract', () => {
    const state = port.state()
    expect(practiceSchema.parse(state)).toEqual(state)
  })

  it('says so when no practice pool runs', () => {
    const none = practiceHandlers({ practice: () => noPractice })
    expect(() => none['practice.reset']()).toThrow('The practice pool is not running.')
  })
})
