import { standardAttributes } from '../account/attributes.ts'
import {
  firstAuthFactors,
  poolSchema,
  tiers,
  type PoolConfiguration,
} from '../configuration/configuration.ts'
import { administrationRefusals } from '../refusals/administration.ts'
import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import type { StructureMember, Values } from '../requests/members.ts'
import { model } from '../requests/model.ts'
import { versionsIn } from '../triggers/pre-token-generation.ts'

const contacts = {
  kind: 'list',
  of: { kind: 'text', values: ['phone_number', 'email'] },
} as const

const passwordPolicy = {
  kind: 'structure',
  members: {
    MinimumLength: { kind: 'number', min: 6, max: 99 },
    RequireUppercase: model.flag,
    RequireLowercase: model.flag,
    RequireNumbers: model.flag,
    RequireSymbols: model.flag,
    PasswordHistorySize: { kind: 'number', min: 0, max: 24 },
    TemporaryPasswordValidityDays: { kind: 'number', min: 0, max: 365 },
  },
} as const satisfies StructureMember

/** The members of CreateUserPool and UpdateUserPool that the practice pool acts on. */
export const poolMembers = {
  Policies: {
    kind: 'structure',
    members: {
      PasswordPolicy: passwordPolicy,
      SignInPolicy: {
        kind: 'structure',
        members: {
          AllowedFirstAuthFactors: { kind: 'list', of: { kind: 'text', values: firstAuthFactors } },
        },
      },
    },
  },
  UserPoolTier: { kind: 'text', values: tiers },
  AutoVerifiedAttributes: contacts,
  MfaConfiguration: { kind: 'text', values: ['OFF', 'ON', 'OPTIONAL'] },
  SmsConfiguration: { kind: 'structure', members: {} },
  UserAttributeUpdateSettings: {
    kind: 'structure',
    members: { AttributesRequireVerificationBeforeUpdate: contacts },
  },
  DeviceConfiguration: {
    kind: 'structure',
    members: {
      ChallengeRequiredOnNewDevice: model.flag,
      DeviceOnlyRememberedOnUserPrompt: model.flag,
    },
  },
  AdminCreateUserConfig: {
    kind: 'structure',
    members: { AllowAdminCreateUserOnly: model.flag },
  },
} as const

/** The members that are fixed once a pool is there. */
export const fixedPoolMembers = {
  AliasAttributes: {
    kind: 'list',
    of: { kind: 'text', values: ['phone_number', 'email', 'preferred_username'] },
  },
  UsernameAttributes: contacts,
  Schema: {
    kind: 'list',
    of: { kind: 'structure', members: { Name: { kind: 'text' }, Required: model.flag } },
  },
  UsernameConfiguration: { kind: 'structure', members: { CaseSensitive: model.flag } },
} as const

type Changeable = Values<typeof poolMembers>
type Fixed = Values<typeof fixedPoolMembers>

/** Leaves out what is undefined, so that a default takes its place. */
const present = (members: object) =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined))

function changeable(input: Changeable, mfaMethods: readonly string[]) {
  const policy = input.Policies?.PasswordPolicy
  const device = input.DeviceConfiguration
  return present({
    passwordPolicy: present({
      minimumLength: policy?.MinimumLength,
      // A policy that is given demands no more than it says.
      requireUppercase: policy && (policy.RequireUppercase ?? false),
      requireLowercase: policy && (policy.RequireLowercase ?? false),
      requireNumbers: policy && (policy.RequireNumbers ?? false),
      requireSymbols: policy && (policy.RequireSymbols ?? false),
      passwordHistorySize: policy?.PasswordHistorySize,
      // 0 is as good as none.
      temporaryPasswordValidityDays: policy?.TemporaryPasswordValidityDays || undefined,
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
  })
}

/** The settings of a pool that is created, defaults filled in. */
export function newSettings(id: string, input: Changeable & Fixed): PoolConfiguration {
  if (input.AliasAttributes?.length && input.UsernameAttributes?.length)
    refuse(administrationRefusals.aliasAndUsername)
  const schema = (input.Schema ?? []).map(({ Name = '', Required }) => ({
    name: Name,
    isRequired: Required ?? false,
  }))
  const custom = schema.filter(({ name }) => name !== 'sub' && !standardAttributes.includes(name))
  return poolSchema.parse({
    id,
    clients: [],
    users: [],
    ...changeable(input, input.SmsConfiguration ? ['SMS_MFA'] : []),
    ...present({
      aliasAttributes: input.AliasAttributes,
      usernameAttributes: input.UsernameAttributes,
      caseSensitive: input.UsernameConfiguration?.CaseSensitive,
    }),
    requiredAttributes: schema.filter(({ isRequired }) => isRequired).map(({ name }) => name),
    customAttributes: custom.map(({ name }) => name.replace(/^custom:/, '')),
  })
}

/** The settings after UpdateUserPool: what it does not name goes back to its default. */
export function updatedSettings(before: PoolConfiguration, input: Changeable): PoolConfiguration {
  const { id, usernameAttributes, aliasAttributes, caseSensitive, issuer, description } = before
  const { requiredAttributes, customAttributes, mfaMethods, webAuthnConfiguration } = before
  const { triggers, preTokenGenerationVersion } = before
  const after = poolSchema.parse({
    ...{ id, usernameAttributes, aliasAttributes, caseSensitive, issuer, description },
    ...{ requiredAttributes, customAttributes, webAuthnConfiguration },
    ...{ triggers, preTokenGenerationVersion },
    clients: [],
    users: [],
    ...changeable(input, mfaMethods),
  })
  // Cognito has that version given up before the tier that it needs.
  if (!versionsIn(after.tier).includes(preTokenGenerationVersion)) refuse(refusals.tierTooLow)
  return after
}
