import { afterEach, describe, expect, it } from 'vitest'
import { defaultConfiguration } from '../default-configuration.ts'
import { poolUnderTest } from '../test-bed/pool-under-test.ts'
import { startPracticeServer, type PracticeServer } from '../practice-server.ts'
import type { ConfigurationInput } from '../configuration/configuration.ts'

const password = 'Practice-Password-1!'
const webPublic = '1practicewebpublic00000001'
const signIn = (USERNAME: string) => ({
  AuthFlow: 'USER_PASSWORD_AUTH',
  ClientId: webPublic,
  AuthParameters: { USERNAME, PASSWORD: password },
})
const faulty = (faults: ConfigurationInput['faults']) =>
  poolUnderTest({ ...defaultConfiguration, faults })

describe('a pool with an injected fault', () => {
  it.each([
    ['throttling', 'TooManyRequestsException: Rate exceeded'],
    ['internal-error', 'InternalErrorException: Something went wrong'],
    ['waf-block', 'ForbiddenException: Request not allowed due to WAF block.'],
    ['blocked-sign-in', 'NotAuthorizedException: Unable to login because of security reasons.'],
    ['blocked-request', 'NotAuthorizedException: Request not allowed due to security reasons.'],
  ])('%s refuses a correct sign-in until it is turned off', async (name, refused) => {
    const test = faulty({ [name]: {} })
    expect(await test.refusal('InitiateAuth', signIn('alice'))).toBe(refused)
    test.pool.faults.turnOff(name)
    expect(await test.succeed('InitiateAuth', signIn('alice'))).toHaveProperty(
      'AuthenticationResult',
    )
  })

  it('moves the times in tokens with its clock', async () => {
    const test = faulty({ 'clock-skew': { seconds: -7200 } })
    const { AuthenticationResult } = await test.succeed('InitiateAuth', signIn('alice'))
    const [, payload = ''] = (AuthenticationResult?.['AccessToken'] ?? '').split('.')
    const { exp, iat } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as {
      exp: number
      iat: number
    }
    expect(iat).toBe(test.now() / 1000 - 7200)
    expect(exp).toBe(iat + 3600)
  })

  it('locks nobody out when its clock goes back behind the start', async () => {
    const test = faulty({})
    await test.refusal('InitiateAuth', {
      ...signIn('alice'),
      AuthParameters: { USERNAME: 'alice', PASSWORD: 'Wrong-Password-1!' },
    })
    test.pool.faults.turnOn('clock-skew', { seconds: -3600 })
    for (const username of ['alice', 'totp-user'])
      expect(await test.call('InitiateAuth', signIn(username))).toMatchObject({ status: 200 })
  })

  it('refuses the right code of an authenticator whose clock differs', async () => {
    const test = faulty({ 'clock-skew': { seconds: 600 } })
    const { Session } = await test.succeed('InitiateAuth', signIn('totp-user'))
    const totp = test.pool.describe()[0]?.users.find(({ username }) => username === 'totp-user')
    const answer = {
      ChallengeName: 'SOFTWARE_TOKEN_MFA',
      ClientId: webPublic,
      Session,
      ChallengeResponses: {
        USERNAME: 'totp-user',
        SOFTWARE_TOKEN_MFA_CODE: test.code(totp?.totpSecret ?? ''),
      },
    }
    expect(await test.refusal('RespondToAuthChallenge', answer)).toMatch(/^CodeMismatchException/)
  })

  it('asks for a second factor that the user did not turn on, when the risk requires it', async () => {
    const test = faulty({ 'risk-demands-mfa': {} })
    expect(await test.succeed('InitiateAuth', signIn('alice'))).toHaveProperty(
      'AuthenticationResult',
    )
    await test.succeed('AdminUpdateUserAttributes', {
      UserPoolId: 'us-east-1_Practice1',
      Username: 'alice',
      UserAttributes: [{ Name: 'phone_number', Value: '+15555550177' }],
    })
    expect(await test.succeed('InitiateAuth', signIn('alice'))).toMatchObject({
      ChallengeName: 'SMS_MFA',
    })
  })

  it('refuses a user without a second factor, when the risk requires one of every user', async () => {
    const test = faulty({ 'risk-demands-mfa': { block: true } })
    expect(await test.refusal('InitiateAuth', signIn('alice'))).toBe(
      'NotAuthorizedException: Unable to login because of security reasons.',
    )
  })

  it('is as configured after a reset', () => {
    const { pool } = faulty({ throttling: {} })
    pool.faults.only({ 'waf-block': {} })
    pool.reset()
    expect(pool.faults.list().map(({ name }) => name)).toEqual(['throttling'])
  })

  it('refuses a configuration with a fault or a setting that does not exist', () => {
    expect(() => faulty({ 'bad-mood': {} })).toThrow(/bad-mood/)
    expect(() => faulty({ latency: { milliseconds: -1 } })).toThrow(/faults\.latency/)
  })
})

describe('a network with an injected fault', () => {
  let server: PracticeServer | undefined
  afterEach(() => server?.close())
  const post = async (faults: ConfigurationInput['faults']) => {
    server = await startPracticeServer({
      configuration: { ...defaultConfiguration, faults },
      now: () => Date.UTC(2026, 8, 5, 12),
    })
    return fetch(server.endpoint, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-amz-json-1.1',
        'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth',
      },
      body: JSON.stringify(signIn('alice')),
    })
  }

  it('answers with an HTML page instead of JSON', async () => {
    const answer = await post({ 'html-page': {} })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/)
    expect(await answer.text()).toMatch(/^<!doctype html>/)
  })

  it('answers a bare 503 without the pool seeing the call', async () => {
    const answer = await post({ 'service-unavailable': { times: 1 } })
    expect([answer.status, await answer.text()]).toEqual([503, ''])
    expect(server?.faults.list()).toEqual([])
    expect(server?.describe().users[0]?.state.signIns).toBe(0)
  })

  it('performs a call whose response is cut off', async () => {
    const answer = await post({ 'cut-connection': {} })
    expect(answer.status).toBe(200)
    await expect(answer.text()).rejects.toThrow()
    expect(server?.describe().users[0]?.state.signIns).toBe(1)
  })

  it('delays by the time that was set', async () => {
    const began = performance.now()
    await post({ latency: { milliseconds: 300 } })
    expect(performance.now() - began).toBeGreaterThanOrEqual(295)
  })

  it('dates its answers by the skewed clock', async () => {
    const answer = await post({ 'clock-skew': { seconds: 3600 } })
    expect(answer.headers.get('date')).toBe('Sat, 05 Sep 2026 13:00:00 GMT')
  })
})
