import { base32nopad } from '@scure/base'
import { z } from 'zod'
import { triggerNames } from '../triggers/index.ts'
import { preTokenGenerationVersions } from '../triggers/pre-token-generation.ts'
import { faultsSchema } from '../faults/settings-schema.ts'

/** The app-client flags of Cognito that the practice pool knows. */
export const explicitAuthFlows = [
  'ALLOW_USER_AUTH',
  'ALLOW_USER_SRP_AUTH',
  'ALLOW_USER_PASSWORD_AUTH',
  'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  'ALLOW_CUSTOM_AUTH',
  'ALLOW_REFRESH_TOKEN_AUTH',
  'ALLOW_CLIENT_TOKEN_AUTH',
] as const

/** The second factors that a user of the practice pool can have. */
export const mfaMethods = ['SMS_MFA', 'SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'] as const

/** Feature plans of a pool, from the smallest to the largest. */
export const tiers = ['LITE', 'ESSENTIALS', 'PLUS'] as const

/** What USER_AUTH may begin a sign-in with, in the order in which Cognito offers it. */
export const firstAuthFactors = ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'] as const

/** The types of an attribute's values. */
export const attributeTypes = ['String', 'Number', 'DateTime', 'Boolean'] as const

// Where a code for a forgotten password may go.
const recoveryMechanisms = ['verified_email', 'verified_phone_number', 'admin_only'] as const

/** Whether an authenticator must verify its user, or is only asked to. */
export const userVerifications = ['required', 'preferred'] as const

/** Whether a passkey stands for a second factor as well. */
export const webAuthnFactorConfigurations = [
  'SINGLE_FACTOR',
  'MULTI_FACTOR_WITH_USER_VERIFICATION',
] as const

/** The host name of a relying party, without anchors; the service model sets only its length. */
export const relyingPartyIdPattern = '[a-z0-9-]+(\\.[a-z0-9-]+)*'

/** The longest source of a trigger, in characters. */
const triggerSourceLimit = 65_536

const isBase32 = (secret: string) => {
  try {
    base32nopad.decode(secret)
    return true
  } catch {
    return false
  }
}

const text = z.string().min(1, 'must not be empty')
const source = text.max(triggerSourceLimit)
const seconds = (max: number) => z.number().int().min(1).max(max)

/** One app client of the configuration file. */
export const clientSchema = z.strictObject({
  name: text,
  id: z.string().regex(/^[\w+]{1,128}$/, 'must be 1 to 128 letters, digits, _ or +'),
  secret: z
    .string()
    .regex(/^[\w+]{24,64}$/, 'must be 24 to 64 letters, digits, _ or +')
    .optional(),
  description: z.string().default(''),
  explicitAuthFlows: z
    .array(z.enum(explicitAuthFlows))
    .default(['ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH']),
  preventUserExistenceErrors: z.enum(['LEGACY', 'ENABLED']).default('LEGACY'),
  // Cognito takes whole minutes from 3 to 15; less is allowed here, to practise an expiry.
  authSessionValidity: z.number().positive().max(15).default(3),
  accessTokenValidity: seconds(86_400).default(3600),
  idTokenValidity: seconds(86_400).default(3600),
  refreshTokenValidity: seconds(315_360_000).default(2_592_000),
  enableTokenRevocation: z.boolean().default(true),
  refreshTokenRotation: z
    .strictObject({ retryGracePeriodSeconds: z.number().int().min(0).max(60).default(0) })
    .optional(),
  readAttributes: z.array(text).optional(),
  writeAttributes: z.array(text).optional(),
  /** Scopes that GetClientToken authorizes. */
  allowedScopes: z.array(text).default([]),
  type: z.enum(['REGULAR', 'DCR']).default('REGULAR'),
})

/** An attribute that a pool declares: its own, or a standard one otherwise than usual. */
const attributeDefinition = z.strictObject({
  /** With its prefix, as in `custom:age`. */
  name: text.max(32),
  type: z.enum(attributeTypes).default('String'),
  isRequired: z.boolean().default(false),
  isMutable: z.boolean().default(true),
  isDeveloperOnly: z.boolean().default(false),
  minLength: z.number().int().min(0).optional(),
  maxLength: z.number().int().max(2048).optional(),
  minValue: z.number().optional(),
  maxValue: z.number().optional(),
})

/** One user of the configuration file. */
export const userSchema = z.strictObject({
  username: z
    .string()
    .regex(/^[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$/u, 'must be 1 to 128 visible characters'),
  // An empty one is none: such a user signs in by a code alone.
  password: z.string().regex(/^\S{0,256}$/, 'must be at most 256 characters without spaces'),
  newPassword: z.string().optional(),
  description: z.string().default(''),
  status: z
    .enum(['CONFIRMED', 'UNCONFIRMED', 'FORCE_CHANGE_PASSWORD', 'RESET_REQUIRED'])
    .default('CONFIRMED'),
  enabled: z.boolean().default(true),
  sub: z.string().optional(),
  attributes: z.record(z.string(), z.string()).default({}),
  groups: z.array(text).default([]),
  totpSecret: z
    .string()
    .regex(/^[A-Z2-7]{16,}$/, 'must be base32 without padding, 16 characters or more')
    .refine(isBase32, 'must be whole base32: the bits left over at its end must be zero')
    .optional(),
  totpDeviceName: z.string().optional(),
  userMfaSettingList: z.array(z.enum(mfaMethods)).default([]),
  preferredMfaSetting: z.enum(mfaMethods).optional(),
  passwordAgeDays: z.number().min(0).default(0),
  failedSignIns: z.number().int().min(0).default(0),
})

/** One pool of the configuration file; what administrative operations create is held to it, too. */
export const poolSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z]{2}(-[a-z]+)+-\d_[0-9A-Za-z]{1,40}$/, 'must look like us-east-1_Practice1'),
  description: z.string().default(''),
  issuer: z.enum(['local', 'aws']).default('local'),
  /** The form of an issuer at AWS: in the pool's region, or that of pools with replicas. */
  issuerType: z.enum(['ORIGINAL', 'UPDATED']).default('ORIGINAL'),
  /** The pool in another region as well, at an address of its own. */
  replica: z
    .strictObject({
      region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must look like eu-west-1'),
      isActive: z.boolean().default(true),
    })
    .optional(),
  /** Names of one's own for the levels of the claim `acr`. */
  acrNames: z
    .strictObject({
      level1: text.default('urn:cognito:loa:1'),
      level2: text.default('urn:cognito:loa:2'),
      level3: text.default('urn:cognito:loa:3'),
      level4: text.default('urn:cognito:loa:4'),
    })
    .prefault({}),
  sessions: z
    .strictObject({
      isTracked: z.boolean().default(false),
      maxPerUser: z.number().int().min(1).max(100).default(20),
    })
    .prefault({}),
  /** Where a code for a forgotten password goes, first choice first; absent: SMS before email. */
  accountRecovery: z.array(z.enum(recoveryMechanisms)).optional(),
  usernameAttributes: z.array(z.enum(['email', 'phone_number'])).default([]),
  aliasAttributes: z.array(z.enum(['email', 'phone_number', 'preferred_username'])).default([]),
  caseSensitive: z.boolean().default(false),
  tier: z.enum(tiers).default('ESSENTIALS'),
  allowedFirstAuthFactors: z.array(z.enum(firstAuthFactors)).default(['PASSWORD']),
  triggers: z.partialRecord(z.enum(triggerNames), source).default({}),
  /** The function of each trigger, as LambdaConfig names it. */
  lambdaArns: z.partialRecord(z.enum(triggerNames), text).default({}),
  preTokenGenerationVersion: z.enum(preTokenGenerationVersions).default('V1_0'),
  mfaConfiguration: z.enum(['OFF', 'OPTIONAL', 'ON']).default('OPTIONAL'),
  mfaMethods: z.array(z.enum(mfaMethods)).default(['SMS_MFA', 'SOFTWARE_TOKEN_MFA']),
  webAuthnConfiguration: z
    .strictObject({
      // Cognito falls back to the pool's domain, and here no pool has one.
      relyingPartyId: z
        .string()
        .max(127)
        .regex(
          new RegExp(`^${relyingPartyIdPattern}$`),
          'must be a host name such as auth.example.com, without scheme and port',
        )
        .optional(),
      userVerification: z.enum(userVerifications).default('preferred'),
      factorConfiguration: z.enum(webAuthnFactorConfigurations).default('SINGLE_FACTOR'),
    })
    .prefault({}),
  requiredAttributes: z.array(text).default([]),
  customAttributes: z.array(text).default([]),
  attributes: z.array(attributeDefinition).default([]),
  autoVerifiedAttributes: z.array(z.enum(['email', 'phone_number'])).default([]),
  attributesRequireVerificationBeforeUpdate: z.array(z.enum(['email', 'phone_number'])).default([]),
  allowAdminCreateUserOnly: z.boolean().default(false),
  deviceConfiguration: z
    .strictObject({
      challengeRequiredOnNewDevice: z.boolean().default(false),
      deviceOnlyRememberedOnUserPrompt: z.boolean().default(false),
    })
    .optional(),
  passwordPolicy: z
    .strictObject({
      minimumLength: z.number().int().min(6).max(99).default(8),
      requireUppercase: z.boolean().default(true),
      requireLowercase: z.boolean().default(true),
      requireNumbers: z.boolean().default(true),
      requireSymbols: z.boolean().default(true),
      passwordHistorySize: z.number().int().min(0).max(24).default(0),
      temporaryPasswordValidityDays: z.number().min(0).max(365).default(7),
    })
    .prefault({}),
  clients: z.array(clientSchema),
  users: z.array(userSchema),
})

/** The configuration file's schema: shape and defaults; docs/practice-pool.md describes it. */
export const configurationSchema = z.strictObject({
  $schema: z.string().optional(),
  pools: z.array(poolSchema).min(1, 'must have at least one pool'),
  /** JavaScript by the ARN of a function, `POOL_ID/TRIGGER`, or the name of a trigger of any pool. */
  functions: z.record(text, source).default({}),
  faults: faultsSchema.prefault({}),
})

/** A configuration as a person writes it, defaults left out. */
export type ConfigurationInput = z.input<typeof configurationSchema>
/** One pool of it, as a person writes it. */
export type PoolInput = ConfigurationInput['pools'][number]
/** A configuration with every default filled in. */
export type Configuration = z.output<typeof configurationSchema>
export type PoolConfiguration = Configuration['pools'][number]
export type ClientConfiguration = PoolConfiguration['clients'][number]
export type UserConfiguration = PoolConfiguration['users'][number]
export type AttributeDefinition = PoolConfiguration['attributes'][number]
export type MfaMethod = (typeof mfaMethods)[number]
