import { expect } from 'vitest'
import { createdClient, createdPool, createdUser, exchange } from '../exchange.ts'

const tier = 'FeatureUnavailableInTierException: Feature is not available in this tier'

/** What the tier Lite lacks, in set-up and in sign-in. */
export default exchange({
  topic: 'tiers and new features',
  async play(pool) {
    const lite = { PoolName: 'p', UserPoolTier: 'LITE' }
    for (const input of [
      { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } } },
      { AcrConfiguration: { Level1: { AcrValue: 'low' } } },
      { IssuerConfiguration: { Type: 'UPDATED' } },
      { DcrConfiguration: { OpenDcrEnabled: true } },
      {
        LambdaConfig: {
          PreTokenGenerationConfig: {
            LambdaVersion: 'V2_0',
            LambdaArn: 'arn:aws:lambda:us-east-1:000000000000:function:t',
          },
        },
      },
    ])
      expect(await pool.refusal('CreateUserPool', { ...lite, ...input })).toBe(tier)
    const threats = { UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' } }
    expect(await pool.refusal('CreateUserPool', { PoolName: 'p', ...threats })).toBe(tier)

    const UserPoolId = await createdPool(pool, lite)
    const sessions = { UserSessionTracking: 'ENABLED', TokenSession: { MaxPerUser: 5 } }
    expect(await pool.refusal('SetUserPoolSessionConfiguration', { UserPoolId, ...sessions })).toBe(
      tier,
    )
    expect(
      await pool.refusal('CreateUserPoolReplica', { UserPoolId, RegionName: 'eu-west-1' }),
    ).toBe(tier)
    const { ClientId } = await createdClient(pool, UserPoolId, {
      ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    })
    await createdUser(pool, UserPoolId, 'ann')
    expect(
      await pool.refusal('InitiateAuth', {
        AuthFlow: 'USER_AUTH',
        ClientId,
        AuthParameters: { USERNAME: 'ann', TARGET_ACR_VALUES: 'urn:cognito:loa:4' },
      }),
    ).toBe(tier)

    const dcr = await createdPool(pool, { DcrConfiguration: {} })
    expect(await pool.succeed('DescribeUserPool', { UserPoolId: dcr })).toMatchObject({
      UserPool: { DcrConfiguration: { EnableStatus: 'Enabled' } },
    })
    const toLite = { UserPoolId: dcr, UserPoolTier: 'LITE' }
    expect(await pool.refusal('UpdateUserPool', toLite)).toBe(tier)
    const DcrConfiguration = { EnableStatus: 'Disabled' }
    await pool.succeed('UpdateUserPool', { ...toLite, DcrConfiguration })
  },
})
