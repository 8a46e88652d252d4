import { expect } from 'vitest'
import {
  claimsOf,
  createdClient,
  createdPool,
  createdUser,
  describedPool,
  exchange,
} from '../exchange.ts'

/** AcrConfiguration: names of one’s own for the levels, in tokens and in TARGET_ACR_VALUES. */
export default exchange({
  topic: 'tiers and new features',
  async play(pool) {
    const AcrConfiguration = { Level1: { AcrValue: 'low' }, Level4: { AcrValue: 'high' } }
    const UserPoolId = await createdPool(pool, { AcrConfiguration })
    expect((await describedPool(pool, UserPoolId)).AcrConfiguration).toEqual({
      ...AcrConfiguration,
      Level2: { AcrValue: 'urn:cognito:loa:2' },
      Level3: { AcrValue: 'urn:cognito:loa:3' },
    })
    const fifth = { PoolName: 'p', AcrConfiguration: { Level5: { AcrValue: 'x' } } }
    expect(await pool.refusal('CreateUserPool', fifth)).toMatch(
      "at 'acrConfiguration' failed to satisfy constraint: Map keys must satisfy constraint",
    )
    const same = { Level1: { AcrValue: 'same' }, Level2: { AcrValue: 'same' } }
    expect(await pool.refusal('CreateUserPool', { PoolName: 'p', AcrConfiguration: same })).toMatch(
      'must differ',
    )
    const { ClientId } = await createdClient(pool, UserPoolId, {
      ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    })
    await createdUser(pool, UserPoolId, 'ann')
    const begin = (TARGET_ACR_VALUES: string) => ({
      AuthFlow: 'USER_AUTH',
      ClientId,
      AuthParameters: {
        USERNAME: 'ann',
        PREFERRED_CHALLENGE: 'PASSWORD',
        PASSWORD: 'Practice-Password-1!',
        TARGET_ACR_VALUES,
      },
    })
    const { AuthenticationResult } = await pool.succeed('InitiateAuth', begin('low'))
    expect(claimsOf(AuthenticationResult?.['AccessToken'])).toMatchObject({ acr: 'low' })
    expect(await pool.refusal('InitiateAuth', begin('urn:cognito:loa:1'))).toMatch(
      'Invalid TARGET_ACR_VALUES',
    )
  },
})
