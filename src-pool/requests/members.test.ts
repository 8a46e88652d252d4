import { describe, expect, it } from 'vitest'
import { poolUnderTest } from '../test-bed/pool-under-test.ts'

const { pool, call, refusal } = poolUnderTest()
const web = pool.describe()[0]?.clients['web-public']?.clientId ?? ''

describe('the constraints of the service model', () => {
  it('quote an open value, as a recorded answer does', async () => {
    expect(
      await refusal('InitiateAuth', { AuthFlow: 'USER_PASSWORD_AUTH', ClientId: 'bad client id!' }),
    ).toBe(
      "InvalidParameterException: 1 validation error detected: Value 'bad client id!' at " +
        "'clientId' failed to satisfy constraint: Member must satisfy regular expression " +
        'pattern: [\\w+]+',
    )
  })

  it('leave a sensitive value out, and join several failures', async () => {
    const text = await refusal('RespondToAuthChallenge', { Session: 'short-secret' })
    expect(text).toBe(
      'InvalidParameterException: 3 validation errors detected: ' +
        "Value null at 'clientId' failed to satisfy constraint: Member must not be null; " +
        "Value null at 'challengeName' failed to satisfy constraint: Member must not be null; " +
        "Value at 'session' failed to satisfy constraint: Member must have length greater than " +
        'or equal to 20',
    )
  })

  it('list the values of an enum', async () => {
    const text = await refusal('InitiateAuth', { AuthFlow: 'USER_SRP', ClientId: web })
    expect(text).toMatch("Value 'USER_SRP' at 'authFlow'")
    expect(text).toMatch('Member must satisfy enum value set: [USER_SRP_AUTH, ')
  })
})

describe('members that the model lacks', () => {
  const { pool: other, succeed } = poolUnderTest()

  it('are ignored, and named once among those without effect', async () => {
    const PasswordPolicy = { MinimumLength: 8, RequireEmoji: true }
    const input = { PoolName: 'p', Newer: { Inner: 1 }, Policies: { PasswordPolicy } }
    for (let times = 0; times < 2; times += 1) await succeed('CreateUserPool', input)
    await succeed('CreateUserPool', { PoolName: 'p', Newer: null, 'a name\n': 1 })
    expect(other.withoutEffect()).toEqual([
      ['CreateUserPool', ['Newer', 'Policies.PasswordPolicy.RequireEmoji']],
    ])
  })

  it('are named up to a hundred', async () => {
    const many = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`x${String(i)}`, 1]))
    await succeed('CreateUserPool', { PoolName: 'p', ...many })
    expect(other.withoutEffect()[0]?.[1]).toHaveLength(100)
  })
})

describe('what does not fit the model at all', () => {
  const type = (body: string) =>
    pool.call('InitiateAuth', body).then((answer) => 'refusal' in answer && answer.refusal)

  it.each([
    ['not JSON', '{"AuthFlow":', undefined],
    ['an array', '[]', undefined],
    ['nothing', '', undefined],
    ['a number for a string', '{"ClientId":1}', 'NUMBER_VALUE can not be converted to a String'],
    [
      'a boolean in a map of strings',
      '{"AuthParameters":{"USERNAME":true}}',
      'TRUE_VALUE can not be converted to a String',
    ],
    [
      'an object for a string',
      '{"ClientId":{}}',
      'Start of structure or map found where not expected.',
    ],
    ['a list for a map', '{"AuthParameters":[]}', 'Expected map or null'],
  ])('is a SerializationException: %s', async (_, body, message) => {
    const refused = await type(body)
    expect(refused).toMatchObject({ type: 'SerializationException' })
    expect(refused && refused.message).toBe(message)
  })

  it('ignores members it does not know, and treats null in a map as absent', async () => {
    const answer = await call('InitiateAuth', {
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId: web,
      AuthParameters: { USERNAME: 'alice', PASSWORD: 'Practice-Password-1!', DEVICE_KEY: null },
      UserContextData: { IpAddress: '192.0.2.1' },
      Tomorrow: [1],
    })
    expect(answer.status).toBe(200)
  })
})

describe('an operation that the pool does not know', () => {
  it('says so and is counted', async () => {
    expect(await refusal('ListIdentityProviders', {})).toBe('UnknownOperationException: ')
    await call('ListIdentityProviders', {})
    expect(pool.unknownOperations()).toEqual({ ListIdentityProviders: 2 })
  })

  it('is not counted when there are too many, and its name is shortened', async () => {
    for (let number = 0; number < 110; number += 1) await call(`Made${String(number)}`, {})
    await call('ListIdentityProviders', {})
    const counted = pool.unknownOperations()
    expect(Object.keys(counted)).toHaveLength(100)
    expect(counted).toMatchObject({ ListIdentityProviders: 3 })
    pool.reset()
    await call('A'.repeat(5000), {})
    expect(Object.keys(pool.unknownOperations())).toEqual(['A'.repeat(128)])
  })
})
