import type { ConfigurationInput, PoolInput } from '../configuration/configuration.ts'
import { defaultConfiguration } from '../default-configuration.ts'
import { password, temporaryPassword, totpSecret } from './values.ts'
import { sumChallenge } from '../triggers/sum-challenge.ts'

const everyFlow = [
  'ALLOW_USER_AUTH',
  'ALLOW_USER_SRP_AUTH',
  'ALLOW_USER_PASSWORD_AUTH',
  'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  'ALLOW_CUSTOM_AUTH',
  'ALLOW_REFRESH_TOKEN_AUTH',
] as const

/** A practice pool whose clients take from an administrator the password that they take at all. */
const alsoOfAdministrators = (pool: PoolInput): PoolInput => ({
  ...pool,
  clients: pool.clients.map(({ explicitAuthFlows = [], ...client }) => ({
    ...client,
    explicitAuthFlows: explicitAuthFlows.includes('ALLOW_USER_PASSWORD_AUTH')
      ? [...new Set([...explicitAuthFlows, 'ALLOW_ADMIN_USER_PASSWORD_AUTH' as const])]
      : explicitAuthFlows,
  })),
})

const email = (name: string) => ({ email: `${name}@example.com`, email_verified: 'true' })
const phone = { phone_number: '+15555550123', phone_number_verified: 'true' }

/** Takes the scope away that GetUser and its like want. */
const withoutUserScope = `exports.handler = async (event) => {
  const scopesToSuppress = ['aws.cognito.signin.user.admin']
  event.response.claimsAndScopeOverrideDetails = { accessTokenGeneration: { scopesToSuppress } }
  return event
}`

/** The practice pools, with what they lack for a case: every flow with every factor. */
export const conformancePools: ConfigurationInput = {
  pools: [
    ...defaultConfiguration.pools.map(alsoOfAdministrators),
    {
      id: 'us-east-1_Conformance1',
      aliasAttributes: ['email'],
      allowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'],
      autoVerifiedAttributes: ['email'],
      mfaMethods: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'],
      triggers: sumChallenge,
      deviceConfiguration: { challengeRequiredOnNewDevice: true },
      passwordPolicy: { passwordHistorySize: 3 },
      clients: [{ name: 'every-flow', id: 'everyflow', explicitAuthFlows: [...everyFlow] }],
      users: [
        { username: 'plain', password, attributes: email('plain') },
        {
          username: 'temporary',
          password: temporaryPassword,
          status: 'FORCE_CHANGE_PASSWORD',
        },
        {
          username: 'sms',
          password,
          attributes: phone,
          userMfaSettingList: ['SMS_MFA'],
        },
        {
          username: 'totp',
          password,
          totpSecret,
          userMfaSettingList: ['SOFTWARE_TOKEN_MFA'],
        },
        {
          username: 'email',
          password,
          attributes: email('email'),
          userMfaSettingList: ['EMAIL_OTP'],
        },
        {
          username: 'choose',
          password,
          attributes: phone,
          totpSecret,
          userMfaSettingList: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'],
        },
        { username: 'unconfirmed', password, status: 'UNCONFIRMED' },
        { username: 'reset', password, status: 'RESET_REQUIRED' },
      ],
    },
    {
      id: 'us-east-1_Conformance2',
      mfaConfiguration: 'ON',
      mfaMethods: ['SOFTWARE_TOKEN_MFA'],
      triggers: sumChallenge,
      clients: [{ name: 'mfa-required', id: 'mfarequired', explicitAuthFlows: [...everyFlow] }],
      users: [{ username: 'plain', password }],
    },
    {
      id: 'us-east-1_Conformance3',
      mfaConfiguration: 'ON',
      mfaMethods: ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'],
      triggers: sumChallenge,
      clients: [{ name: 'mfa-choice', id: 'mfachoice', explicitAuthFlows: [...everyFlow] }],
      users: [{ username: 'plain', password }],
    },
    {
      id: 'us-east-1_Conformance5',
      preTokenGenerationVersion: 'V2_0',
      triggers: { PreTokenGeneration: withoutUserScope },
      clients: [{ name: 'no-user-scope', id: 'nouserscope', explicitAuthFlows: [...everyFlow] }],
      users: [{ username: 'plain', password }],
    },
    {
      id: 'us-east-1_Conformance4',
      tier: 'LITE',
      clients: [
        {
          name: 'lite',
          id: 'lite',
          explicitAuthFlows: everyFlow.filter((flow) => flow !== 'ALLOW_USER_AUTH'),
        },
      ],
      users: [{ username: 'plain', password }],
    },
    {
      id: 'us-east-1_Conformance6',
      clients: [
        {
          name: 'rotating-at-once',
          id: 'rotatingatonce',
          explicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
          refreshTokenRotation: { retryGracePeriodSeconds: 0 },
        },
      ],
      users: [{ username: 'plain', password }],
    },
  ],
}
