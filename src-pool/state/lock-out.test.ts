import { describe, expect, it } from 'vitest'
import { passwordSignIn, poolUnderTest } from '../test-bed/pool-under-test.ts'
import { lockOutAfter } from './lock-out.ts'

const lockedOut = 'NotAuthorizedException: Password attempts exceeded'
const wrongPassword = 'NotAuthorizedException: Incorrect username or password.'

describe('the lock-out', () => {
  it('doubles from one second at the fifth failure to a quarter of an hour', () => {
    expect([4, 5, 6, 7, 14, 15, 50].map(lockOutAfter)).toEqual([
      0, 1000, 2000, 4000, 512_000, 900_000, 900_000,
    ])
  })

  it('refuses the right password too, is not lengthened by trying, and is then over', async () => {
    const test = poolUnderTest()
    const [pool] = test.pool.describe()
    const client = pool?.clients['web-public']?.clientId ?? ''
    const attempt = (password: string) => passwordSignIn(client, 'alice', password)
    const refusal = (password: string) => test.refusal('InitiateAuth', attempt(password))
    const right = pool?.users[0]?.password ?? ''

    for (let count = 1; count <= 5; count++) expect(await refusal('wrong')).toBe(wrongPassword)
    expect(await refusal(right)).toBe(lockedOut)
    test.wait(0.9)
    expect(await refusal('wrong')).toBe(lockedOut)
    test.wait(0.1)
    expect(await refusal('wrong')).toBe(wrongPassword)
    test.wait(1.9)
    expect(await refusal(right)).toBe(lockedOut)
    test.wait(0.1)
    await test.succeed('InitiateAuth', attempt(right))
    for (let count = 1; count <= 4; count++) expect(await refusal('wrong')).toBe(wrongPassword)
    await test.succeed('InitiateAuth', attempt(right))
  })

  it('forgets the failures after a quarter of an hour without one', async () => {
    const test = poolUnderTest()
    const [pool] = test.pool.describe()
    const client = pool?.clients['web-public']?.clientId ?? ''
    const wrong = passwordSignIn(client, 'alice', 'wrong')
    for (let count = 1; count <= 4; count++) await test.refusal('InitiateAuth', wrong)
    test.wait(900)
    await test.refusal('InitiateAuth', wrong)
    await test.succeed(
      'InitiateAuth',
      passwordSignIn(client, 'alice', pool?.users[0]?.password ?? ''),
    )
  })
})
