import type { Operation } from '../operations/operation.ts'
import { model, required } from '../requests/model.ts'
import { page } from '../requests/page.ts'
import { poolFrom, type Pool } from '../state/pool.ts'
import { randomText } from '../state/random-text.ts'
import { administrative, inPool, poolById } from './administrative-operation.ts'
import { lambdaConfig } from './lambda-config.ts'
import {
  fixedPoolMembers,
  newSettings,
  poolMembers,
  updatedSettings,
} from './user-pool-settings.ts'
import { webAuthnAnswer, webAuthnMember, webAuthnSettings } from './web-authn-configuration.ts'

const name = { kind: 'text', min: 1, max: 128, pattern: '[\\w\\s+=,.@-]+' } as const

function poolAnswer(pool: Pool) {
  const { settings } = pool
  const { passwordPolicy: policy, deviceConfiguration: device } = settings
  return {
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: settings.allowAdminCreateUserOnly },
    AliasAttributes: settings.aliasAttributes,
    Arn: `arn:aws:cognito-idp:${pool.region}:000000000000:userpool/${pool.id}`,
    AutoVerifiedAttributes: settings.autoVerifiedAttributes,
    CreationDate: pool.createdAt / 1000,
    ...(device
      ? {
          DeviceConfiguration: {
            ChallengeRequiredOnNewDevice: device.challengeRequiredOnNewDevice,
            DeviceOnlyRememberedOnUserPrompt: device.deviceOnlyRememberedOnUserPrompt,
          },
        }
      : {}),
    EstimatedNumberOfUsers: pool.users.length,
    Id: pool.id,
    LambdaConfig: lambdaConfig(pool),
    LastModifiedDate: pool.modifiedAt / 1000,
    MfaConfiguration: settings.mfaConfiguration,
    Name: pool.name,
    Policies: {
      PasswordPolicy: {
        MinimumLength: policy.minimumLength,
        PasswordHistorySize: policy.passwordHistorySize,
        RequireLowercase: policy.requireLowercase,
        RequireNumbers: policy.requireNumbers,
        RequireSymbols: policy.requireSymbols,
        RequireUppercase: policy.requireUppercase,
        TemporaryPasswordValidityDays: policy.temporaryPasswordValidityDays,
      },
      SignInPolicy: { AllowedFirstAuthFactors: settings.allowedFirstAuthFactors },
    },
    UserAttributeUpdateSettings: {
      AttributesRequireVerificationBeforeUpdate: settings.attributesRequireVerificationBeforeUpdate,
    },
    UsernameAttributes: settings.usernameAttributes,
    UsernameConfiguration: { CaseSensitive: settings.caseSensitive },
    UserPoolTier: settings.tier,
  }
}

/** User pools as a whole. */
export const userPoolOperations: readonly Operation[] = [
  administrative(
    'CreateUserPool',
    { PoolName: required(name), ...poolMembers, ...fixedPoolMembers },
    (state, input) => {
      const id = `${state.signedFor}_${randomText(state.ports, 9)}`
      const pool = poolFrom(newSettings(id, input), state.ports.now())
      pool.name = input.PoolName
      state.pools.push(pool)
      return { UserPool: poolAnswer(pool) }
    },
  ),

  administrative('DescribeUserPool', inPool, (state, input) => ({
    UserPool: poolAnswer(poolById(state, input.UserPoolId)),
  })),

  administrative(
    'UpdateUserPool',
    { ...inPool, PoolName: name, ...poolMembers },
    (state, input) => {
      const pool = poolById(state, input.UserPoolId)
      pool.settings = updatedSettings(pool.settings, input)
      pool.name = input.PoolName ?? pool.name
      pool.modifiedAt = state.ports.now()
      return {}
    },
  ),

  administrative('DeleteUserPool', inPool, (state, input) => {
    const pool = poolById(state, input.UserPoolId)
    state.pools.splice(state.pools.indexOf(pool), 1)
    return undefined
  }),

  administrative(
    'ListUserPools',
    {
      MaxResults: required({ kind: 'number', min: 1, max: 60 }),
      NextToken: { kind: 'text', min: 1, pattern: '[\\S]+' },
    },
    (state, input) => {
      const { items, next } = page(state.pools, input.MaxResults, input.NextToken)
      return {
        ...(next === undefined ? {} : { NextToken: next }),
        UserPools: items.map((pool) => ({
          CreationDate: pool.createdAt / 1000,
          Id: pool.id,
          LambdaConfig: lambdaConfig(pool),
          LastModifiedDate: pool.modifiedAt / 1000,
          Name: pool.name,
        })),
      }
    },
  ),

  administrative('GetUserPoolMfaConfig', inPool, (state, input) =>
    mfaAnswer(poolById(state, input.UserPoolId)),
  ),

  administrative(
    'SetUserPoolMfaConfig',
    {
      ...inPool,
      SmsMfaConfiguration: { kind: 'structure', members: {} },
      SoftwareTokenMfaConfiguration: { kind: 'structure', members: { Enabled: model.flag } },
      MfaConfiguration: poolMembers.MfaConfiguration,
      WebAuthnConfiguration: webAuthnMember,
    },
    (state, input) => {
      const pool = poolById(state, input.UserPoolId)
      const { settings } = pool
      pool.settings = {
        ...settings,
        mfaConfiguration: readMfa(input.MfaConfiguration),
        mfaMethods: [
          ...(input.SmsMfaConfiguration ? (['SMS_MFA'] as const) : []),
          ...(input.SoftwareTokenMfaConfiguration?.Enabled
            ? (['SOFTWARE_TOKEN_MFA'] as const)
            : []),
        ],
        // A call that does not name it leaves it as it is; this is assumed.
        webAuthnConfiguration: input.WebAuthnConfiguration
          ? webAuthnSettings(input.WebAuthnConfiguration)
          : settings.webAuthnConfiguration,
      }
      pool.modifiedAt = state.ports.now()
      return mfaAnswer(pool)
    },
  ),
]

const readMfa = (text: string | undefined) => (text === 'ON' || text === 'OPTIONAL' ? text : 'OFF')

const mfaAnswer = ({ settings }: Pool) => ({
  MfaConfiguration: settings.mfaConfiguration,
  ...(settings.mfaMethods.includes('SMS_MFA') ? { SmsMfaConfiguration: {} } : {}),
  SoftwareTokenMfaConfiguration: { Enabled: settings.mfaMethods.includes('SOFTWARE_TOKEN_MFA') },
  ...(settings.webAuthnConfiguration.relyingPartyId === undefined
    ? {}
    : { WebAuthnConfiguration: webAuthnAnswer(settings) }),
})
