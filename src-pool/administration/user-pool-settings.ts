import { checkPoolSettings } from '../configuration/check-settings.ts'
import { poolSchema, type PoolConfiguration } from '../configuration/configuration.ts'
import { administrationRefusals } from '../refusals/administration.ts'
import { refuse } from '../refusals/refusal.ts'
import type { Values } from '../requests/members.ts'
import { lambdaSettings } from './lambda-config.ts'
import { checkTagCount } from './limits.ts'
import type { fixedPoolMembers, poolMembers } from './pool-members.ts'
import { attributeDefinitions } from './schema-attribute.ts'

/** What CreateUserPool and UpdateUserPool say of a pool. */
export type PoolInput = Values<typeof poolMembers>
type FixedInput = Values<typeof fixedPoolMembers>

/** Leaves out what is undefined, so that a default takes its place. */
const present = (members: object) =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined))

function changeable(input: PoolInput, mfaMethods: readonly string[]) {
  const policy = input.Policies?.PasswordPolicy
  const device = input.DeviceConfiguration
  const acr = input.AcrConfiguration
  return present({
    passwordPolicy: present({
      minimumLength: policy?.MinimumLength,
      // A policy that is given demands no more than it says.
      requireUppercase: policy && (policy.RequireUppercase ?? false),
      requireLowercase: policy && (policy.RequireLowercase ?? false),
      requireNumbers: policy && (policy.RequireNumbers ?? false),
      requireSymbols: policy && (policy.RequireSymbols ?? false),
      passwordHistorySize: policy?.PasswordHistorySize,
      // 0 is as good as none; the member of AdminCreateUserConfig is the older name.
      temporaryPasswordValidityDays:
        policy?.TemporaryPasswordValidityDays ||
        input.AdminCreateUserConfig?.UnusedAccountValidityDays ||
        undefined,
    }),
    allowedFirstAuthFactors: input.Policies?.SignInPolicy?.AllowedFirstAuthFactors,
    tier: input.UserPoolTier,
    autoVerifiedAttributes: input.AutoVerifiedAttributes,
    mfaConfiguration: input.MfaConfiguration ?? 'OFF',
    mfaMethods,
    attributesRequireVerificationBeforeUpdate:
      input.UserAttributeUpdateSettings?.AttributesRequireVerificationBeforeUpdate,
    deviceConfiguration:
      device &&
      present({
        challengeRequiredOnNewDevice: device.ChallengeRequiredOnNewDevice,
        deviceOnlyRememberedOnUserPrompt: device.DeviceOnlyRememberedOnUserPrompt,
      }),
    allowAdminCreateUserOnly: input.AdminCreateUserConfig?.AllowAdminCreateUserOnly,
    accountRecovery: recoveryOf(input.AccountRecoverySetting),
    issuerType: input.IssuerConfiguration?.Type,
    acrNames:
      acr &&
      present({
        level1: acr.Level1?.AcrValue,
        level2: acr.Level2?.AcrValue,
        level3: acr.Level3?.AcrValue,
        level4: acr.Level4?.AcrValue,
      }),
    ...lambdaSettings(input.LambdaConfig),
  })
}

function recoveryOf(setting: PoolInput['AccountRecoverySetting']): readonly string[] | undefined {
  const mechanisms = setting?.RecoveryMechanisms
  if (!mechanisms) return undefined
  const names = [...mechanisms].sort((a, b) => a.Priority - b.Priority).map(({ Name }) => Name)
  const priorities = new Set(mechanisms.map(({ Priority }) => Priority))
  if (priorities.size < mechanisms.length) refuse(administrationRefusals.recoveryTwice)
  return names
}

/** The settings of a pool that is created, defaults filled in. */
export function newSettings(id: string, input: PoolInput & FixedInput): PoolConfiguration {
  const mfaMethods = input.SmsConfiguration ? ['SMS_MFA'] : []
  const settings = poolSchema.parse({
    id,
    clients: [],
    users: [],
    ...changeable(input, mfaMethods),
    ...present({
      aliasAttributes: input.AliasAttributes,
      usernameAttributes: input.UsernameAttributes,
      caseSensitive: input.UsernameConfiguration?.CaseSensitive,
    }),
    attributes: attributeDefinitions(input.Schema ?? []),
  })
  checkPool(settings, input)
  return settings
}

/** The settings after UpdateUserPool: what it does not name goes back to its default. */
export function updatedSettings(before: PoolConfiguration, input: PoolInput): PoolConfiguration {
  const hasSms = input.SmsConfiguration !== undefined || before.mfaMethods.includes('SMS_MFA')
  const methods = before.mfaMethods.filter((method) => method !== 'SMS_MFA')
  const after = poolSchema.parse({
    id: before.id,
    description: before.description,
    issuer: before.issuer,
    usernameAttributes: before.usernameAttributes,
    aliasAttributes: before.aliasAttributes,
    caseSensitive: before.caseSensitive,
    requiredAttributes: before.requiredAttributes,
    customAttributes: before.customAttributes,
    attributes: before.attributes,
    webAuthnConfiguration: before.webAuthnConfiguration,
    sessions: before.sessions,
    // Sources that a person gave here are not Cognito's to forget.
    triggers: before.triggers,
    preTokenGenerationVersion: before.preTokenGenerationVersion,
    clients: [],
    users: [],
    ...changeable(input, [...(hasSms ? ['SMS_MFA'] : []), ...methods]),
  })
  checkPool(after, input)
  return after
}

function checkPool(settings: PoolConfiguration, input: PoolInput): void {
  if (
    input.Policies?.PasswordPolicy?.TemporaryPasswordValidityDays &&
    input.AdminCreateUserConfig?.UnusedAccountValidityDays
  )
    refuse(administrationRefusals.twoTemporaryValidities)
  checkPoolSettings(settings)
  const { EmailSendingAccount, From, SourceArn } = input.EmailConfiguration ?? {}
  if (EmailSendingAccount === 'DEVELOPER' && SourceArn === undefined)
    refuse(administrationRefusals.developerWithoutSource)
  if (From !== undefined && !/^[^@\s]+@[^@\s<>]+$|<[^@\s]+@[^@\s]+>$/.test(From))
    refuse(administrationRefusals.fromInvalid)
  // A link needs words to click on: the model's pattern also takes the placeholder of a code.
  const byLink = input.VerificationMessageTemplate?.EmailMessageByLink
  if (byLink !== undefined && !/\{##[^{}]+##\}/.test(byLink))
    refuse(administrationRefusals.linkMissing)
  checkTagCount(input.UserPoolTags ?? {})
}
