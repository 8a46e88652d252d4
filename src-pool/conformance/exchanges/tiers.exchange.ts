import { expect } from 'vitest'
import { createdClient, createdPool, exchange } from '../exchange.ts'

const lacks = (tier: string, features: string, type = 'FeatureUnavailableInTierException') =>
  `${type}: The following features need to be disabled for the ${tier} pricing tier configured: ${features}`
const firstFactors = {
  Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } },
}
const acr = { AcrConfiguration: { Level1: { AcrValue: 'low' } } }
const tokens = {
  PreTokenGenerationConfig: {
    LambdaVersion: 'V2_0',
    LambdaArn: 'arn:aws:lambda:us-east-1:000000000000:function:t',
  },
}
const choice = { ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] }
const rotation = {
  ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
  RefreshTokenRotation: { Feature: 'ENABLED' },
}

/** What the tier Lite lacks, in set-up and in sign-in. */
export default exchange({
  topic: 'tiers and new features',
  async play(pool) {
    const lite = { PoolName: 'p', UserPoolTier: 'LITE' }
    for (const [input, features] of [
      [firstFactors, 'Passwordless Sign-In'],
      [acr, 'Custom ACR Level Names'],
      [{ ...firstFactors, ...acr }, 'Passwordless Sign-In, Custom ACR Level Names'],
      [{ DcrConfiguration: { OpenDcrEnabled: true } }, 'Dynamic Client Registration'],
      [{ LambdaConfig: tokens }, 'Token Customization with Pre-Token Generation Lambda V2_0'],
      [{ UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' } }, 'Threat Protection'],
    ] as const)
      expect(await pool.refusal('CreateUserPool', { ...lite, ...input })).toBe(
        lacks('LITE', features),
      )
    const threats = { UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' } }
    expect(await pool.refusal('CreateUserPool', { PoolName: 'p', ...threats })).toBe(
      lacks('ESSENTIALS', 'Threat Protection'),
    )

    const UserPoolId = await createdPool(pool, {
      ...lite,
      IssuerConfiguration: { Type: 'UPDATED' },
    })
    const sessions = { UserSessionTracking: 'ENABLED', TokenSession: { MaxPerUser: 5 } }
    expect(await pool.refusal('SetUserPoolSessionConfiguration', { UserPoolId, ...sessions })).toBe(
      lacks('LITE', 'Session Management'),
    )
    expect(
      await pool.refusal('CreateUserPoolReplica', { UserPoolId, RegionName: 'eu-west-1' }),
    ).toBe(lacks('LITE', 'Multi-Region Replication'))

    const client = { UserPoolId, ClientName: 'app' }
    expect(await pool.refusal('CreateUserPoolClient', { ...client, ...choice })).toBe(
      lacks('LITE', 'Choice-Based Sign-In'),
    )
    const { ClientId } = await createdClient(pool, UserPoolId)
    expect(await pool.refusal('UpdateUserPoolClient', { UserPoolId, ClientId, ...rotation })).toBe(
      lacks('LITE', 'Refresh Token Rotation'),
    )
    const SSOSession = { MaxValidityMinutes: 5 }
    expect(
      await pool.refusal('SetUserPoolClientSessionConfiguration', {
        UserPoolId,
        ClientId,
        SSOSession,
      }),
    ).toBe(lacks('LITE', 'Session Management'))

    const essentials = await createdPool(pool)
    await createdClient(pool, essentials, choice)
    await createdClient(pool, essentials, rotation)
    const toLite = { UserPoolId: essentials, UserPoolTier: 'LITE' }
    expect(await pool.refusal('UpdateUserPool', toLite)).toBe(
      lacks(
        'LITE',
        'Choice-Based Sign-In, Refresh Token Rotation',
        'TierChangeNotAllowedException',
      ),
    )

    const dcr = await createdPool(pool, { DcrConfiguration: {} })
    expect(await pool.succeed('DescribeUserPool', { UserPoolId: dcr })).toMatchObject({
      UserPool: { DcrConfiguration: { EnableStatus: 'Enabled' } },
    })
    const dcrToLite = { UserPoolId: dcr, UserPoolTier: 'LITE' }
    expect(await pool.refusal('UpdateUserPool', dcrToLite)).toBe(
      lacks('LITE', 'Dynamic Client Registration'),
    )
    const DcrConfiguration = { EnableStatus: 'Disabled' }
    await pool.succeed('UpdateUserPool', { ...dcrToLite, DcrConfiguration })
  },
})
