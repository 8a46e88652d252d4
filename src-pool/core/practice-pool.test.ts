import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { modPowBigInt } from '#engine/srp/modular-exponentiation.ts'
import { administrativeOperations } from '../administration/index.ts'
import { readConfiguration } from '../configuration/read-configuration.ts'
import { defaultConfiguration } from '../default-configuration.ts'
import { operations } from '../operations/index.ts'
import type { PracticeEvent } from './practice-event.ts'
import { createPracticePool } from './practice-pool.ts'
import { passwordSignIn, poolUnderTest, response } from '../test-bed/pool-under-test.ts'

const test = poolUnderTest()
const [first] = test.pool.describe()
const web = first?.clients['web-public']?.clientId ?? ''
const password = first?.users[0]?.password ?? ''

const value = fc.oneof(
  fc.string(),
  fc.constantFrom(web, 'alice', password, 'sms-user', 'AYAB'.repeat(10), '0', 'f'.repeat(800)),
  fc.constantFrom(null, 1, true, [], {}),
)
const map = fc.dictionary(
  fc.constantFrom('USERNAME', 'PASSWORD', 'SRP_A', 'SECRET_HASH', 'TIMESTAMP', '__proto__', ''),
  value,
)
const input = fc.record(
  {
    ClientId: fc.oneof({ weight: 4, arbitrary: fc.constant(web) }, value),
    AuthFlow: fc.oneof(fc.constantFrom('USER_SRP_AUTH', 'USER_PASSWORD_AUTH', 'toString'), value),
    AuthParameters: fc.oneof(map, value),
    ChallengeName: fc.oneof(fc.constantFrom('PASSWORD_VERIFIER', 'SMS_MFA', 'constructor'), value),
    ChallengeResponses: fc.oneof(map, value),
    Session: value,
    AccessToken: value,
    UserPoolId: fc.oneof({ weight: 4, arbitrary: fc.constant('us-east-1_Practice1') }, value),
    Username: value,
    Password: value,
    UserAttributes: fc.oneof(fc.array(fc.record({ Name: value, Value: value })), value),
    Filter: value,
    Token: value,
    UserCode: value,
    SMSMfaSettings: value,
  },
  { requiredKeys: [] },
)

describe('the practice pool', () => {
  it('answers any input with a result or a refusal, never with an error of its own', async () => {
    const { call } = poolUnderTest()
    const names = [...operations, ...administrativeOperations]
      .map(({ name }) => name)
      // Without a pool the other calls would find nothing to do.
      .filter((name) => name !== 'DeleteUserPool')
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), input, async (operation, body) => {
        const answer = await call(operation, body)
        expect(answer).not.toHaveProperty('fault')
        expect([200, 400]).toContain(answer.status)
      }),
      { numRuns: 500 },
    )
  })

  it('lets one of two answers that arrive together use a session, not both', async () => {
    const challenge = await test.succeed('InitiateAuth', passwordSignIn(web, 'sms-user', password))
    const responses = { USERNAME: 'sms-user', SMS_MFA_CODE: test.sentCode() }
    const answer = response(web, challenge, responses)
    const both = await Promise.all([
      test.call('RespondToAuthChallenge', answer),
      test.call('RespondToAuthChallenge', answer),
    ])
    expect(both.map(({ status }) => status)).toEqual([200, 400])
  })

  it('answers its own bug as the service would, and shows it to a listener alone', async () => {
    const fault = new Error('no randomness left')
    const ports = {
      now: Date.now,
      modPow: modPowBigInt,
      randomBytes: () => {
        throw fault
      },
    }
    const pool = createPracticePool(readConfiguration(defaultConfiguration), ports, 'http://x')
    const events: PracticeEvent[] = []
    pool.subscribe((event) => events.push(event))
    const call = JSON.stringify(passwordSignIn(web, 'alice', password))
    expect(await pool.call('InitiateAuth', call)).toMatchObject({
      status: 500,
      refusal: { type: 'InternalErrorException' },
    })
    expect(events).toMatchObject([{ kind: 'call', status: 500, fault }])
  })

  it('describes itself in a form that goes through JSON', () => {
    const description = test.pool.describe()
    expect(JSON.parse(JSON.stringify(description))).toEqual(description)
  })
})
