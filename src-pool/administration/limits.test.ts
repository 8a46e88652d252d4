import { describe, expect, it } from 'vitest'
import { poolUnderTest } from '../test-bed/pool-under-test.ts'

const userPoolId = 'us-east-1_Limits'
const clientId = 'client0limits'
const withOneClient = (id: string) => ({ id, clients: [{ id: clientId, name: 'web' }], users: [] })

/** Calls until the pool refuses, and gives how often it did not, and the refusal. */
async function callUntilRefused(
  { call }: ReturnType<typeof poolUnderTest>,
  operation: string,
  input: object,
): Promise<readonly [performed: number, refusal: object]> {
  for (let performed = 0; ; performed++) {
    const answer = await call(operation, input)
    if ('refusal' in answer) return [performed, answer.refusal]
  }
}

describe('what one practice pool can be made to contain', () => {
  it('is a thousand user pools', async () => {
    const test = poolUnderTest({ pools: [withOneClient(userPoolId)] })
    const [created, refusal] = await callUntilRefused(test, 'CreateUserPool', { PoolName: 'one' })
    expect(created).toBe(999)
    expect(refusal).toMatchObject({ type: 'LimitExceededException', certainty: 'assumed' })
    await test.succeed('DeleteUserPool', { UserPoolId: userPoolId })
    await test.succeed('CreateUserPool', { PoolName: 'in its place' })
  })

  it('is a thousand app clients in each of them', async () => {
    const test = poolUnderTest({ pools: [withOneClient(userPoolId)] })
    const input = { UserPoolId: userPoolId, ClientName: 'one' }
    const [created, refusal] = await callUntilRefused(test, 'CreateUserPoolClient', input)
    expect(created).toBe(999)
    expect(refusal).toMatchObject({ type: 'LimitExceededException', certainty: 'assumed' })
    await test.succeed('DeleteUserPoolClient', { UserPoolId: userPoolId, ClientId: clientId })
    await test.succeed('CreateUserPoolClient', input)
  })

  it('is a hundred thousand users in each of them, whoever adds one more', async () => {
    const users = Array.from({ length: 100_000 }, (_, index) => ({
      username: `user-${String(index)}`,
      password: 'Practice-Password-1!',
    }))
    const test = poolUnderTest({ pools: [{ ...withOneClient(userPoolId), users }] })
    const user = { ClientId: clientId, Username: 'one-more', Password: 'Practice-Password-1!' }
    const text = /^LimitExceededException: /
    expect(await test.refusal('SignUp', user)).toMatch(text)
    const byAdministrator = { UserPoolId: userPoolId, Username: user.Username }
    expect(await test.refusal('AdminCreateUser', byAdministrator)).toMatch(text)
    await test.succeed('AdminDeleteUser', { UserPoolId: userPoolId, Username: 'user-7' })
    await test.succeed('SignUp', user)
  })
})
