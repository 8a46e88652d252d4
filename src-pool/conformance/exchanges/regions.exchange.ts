import { expect } from 'vitest'
import { createdPool, exchange } from '../exchange.ts'

/** A pool is found only in the region that the call is signed for. */
export default exchange({
  topic: 'regions',
  async play(pool) {
    const UserPoolId = await createdPool(pool)
    const elsewhere = `ResourceNotFoundException: User pool ${UserPoolId} does not exist.`
    expect(await pool.refusal('DescribeUserPool', { UserPoolId }, 'eu-west-1')).toBe(elsewhere)
    expect(
      await pool.refusal('AdminCreateUser', { UserPoolId, Username: 'ann' }, 'eu-west-1'),
    ).toBe(elsewhere)
    const { UserPools } = await pool.succeed('ListUserPools', { MaxResults: 60 }, 'eu-west-1')
    expect(UserPools).toEqual([])
    const created = await pool.succeed('CreateUserPool', { PoolName: 'p' }, 'eu-west-1')
    expect((created['UserPool'] as { readonly Id: string }).Id).toMatch(/^eu-west-1_/)
    await pool.succeed('DescribeUserPool', { UserPoolId })
  },
})
