import { expect } from 'vitest'
import { createdPool, exchange } from '../exchange.ts'

/** Tags come with a pool, and are changed without it. */
export default exchange({
  topic: 'pool settings',
  async play(pool) {
    const UserPoolId = await createdPool(pool, { UserPoolTags: { stage: 'practice' } })
    const { UserPool } = await pool.succeed('DescribeUserPool', { UserPoolId })
    const { Arn: ResourceArn } = UserPool as { readonly Arn: string }
    await pool.succeed('TagResource', { ResourceArn, Tags: { owner: 'ann', stage: 'test' } })
    const tags = { owner: 'ann', stage: 'test' }
    expect(await pool.succeed('ListTagsForResource', { ResourceArn })).toMatchObject({ Tags: tags })
    await pool.succeed('UntagResource', { ResourceArn, TagKeys: ['stage', 'none'] })
    expect(await pool.succeed('DescribeUserPool', { UserPoolId })).toMatchObject({
      UserPool: { UserPoolTags: { owner: 'ann' } },
    })
    const fifty = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`tag${String(i)}`, 'x']))
    const tooMany = 'InvalidParameterException: A user pool can have 50 tags at most.'
    expect(await pool.refusal('TagResource', { ResourceArn, Tags: fifty })).toBe(tooMany)
    const UserPoolTags = { ...fifty, owner: 'ann' }
    expect(await pool.refusal('CreateUserPool', { PoolName: 'p', UserPoolTags })).toBe(tooMany)
    const elsewhere = { ResourceArn: ResourceArn.replace(UserPoolId, 'us-east-1_None') }
    expect(await pool.refusal('ListTagsForResource', elsewhere)).toMatch('does not exist')
  },
})
