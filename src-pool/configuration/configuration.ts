import { base32nopad } from '@scure/base'
import { z } from 'zod/mini'
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

const text = z.string().check(z.minLength(1, 'must not be empty'))
const source = text.check(z.maxLength(triggerSourceLimit))
/** A whole number. */
const between = (min: number, max: number) =>
  z.number().check(z.int(), z.minimum(min), z.maximum(max))
const flag = (value: boolean) => z._default(z.boolean(), value)
const seconds = (max: number) => between(1, max)

/** One app client of the configuration file. */
export const clientSchema = z.strictObject({
  name: text,
  id: z.string().check(z.regex(/^[\w+]{1,128}$/, 'must be 1 to 128 letters, digits, _ or +')),
  secret: z.optional(
    z.string().check(z.regex(/^[\w+]{24,64}$/, 'must be 24 to 64 letters, digits, _ or +')),
  ),
  description: z._default(z.string(), ''),
  explicitAuthFlows: z._default(z.array(z.enum(explicitAuthFlows)), [
    'ALLOW_USER_SRP_AUTH',
    'ALLOW_CUSTOM_AUTH',
    'ALLOW_REFRESH_TOKEN_AUTH',
  ]),
  preventUserExistenceErrors: z._default(z.enum(['LEGACY', 'ENABLED']), 'LEGACY'),
  // Cognito takes whole minutes from 3 to 15; less is allowed here, to practise an expiry.
  authSessionValidity: z._default(z.number().check(z.positive(), z.maximum(15)), 3),
  accessTokenValidity: z._default(seconds(86_400), 3600),
  idTokenValidity: z._default(seconds(86_400), 3600),
  refreshTokenValidity: z._default(seconds(315_360_000), 2_592_000),
  enableTokenRevocation: flag(true),
  refreshTokenRotation: z.optional(
    z.strictObject({ retryGracePeriodSeconds: z._default(between(0, 60), 0) }),
  ),
  readAttributes: z.optional(z.array(text)),
  writeAttributes: z.optional(z.array(text)),
  /** Scopes that GetClientToken authorizes. */
  allowedScopes: z._default(z.array(text), []),
  type: z._default(z.enum(['REGULAR', 'DCR']), 'REGULAR'),
})

/** An attribute that a pool declares: its own, or a standard one otherwise than usual. */
const attributeDefinition = z.strictObject({
  /** With its prefix, as in `custom:age`. */
  name: text.check(z.maxLength(32)),
  type: z._default(z.enum(attributeTypes), 'String'),
  isRequired: flag(false),
  isMutable: flag(true),
  isDeveloperOnly: flag(false),
  minLength: z.optional(z.number().check(z.int(), z.minimum(0))),
  maxLength: z.optional(z.number().check(z.int(), z.maximum(2048))),
  minValue: z.optional(z.number()),
  maxValue: z.optional(z.number()),
})

/** One user of the configuration file. */
export const userSchema = z.strictObject({
  username: z
    .string()
    .check(z.regex(/^[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$/u, 'must be 1 to 128 visible characters')),
  // An empty one is none: such a user signs in by a code alone.
  password: z
    .string()
    .check(z.regex(/^\S{0,256}$/, 'must be at most 256 characters without spaces')),
  newPassword: z.optional(z.string()),
  description: z._default(z.string(), ''),
  status: z._default(
    z.enum(['CONFIRMED', 'UNCONFIRMED', 'FORCE_CHANGE_PASSWORD', 'RESET_REQUIRED']),
    'CONFIRMED',
  ),
  enabled: flag(true),
  sub: z.optional(z.string()),
  attributes: z._default(z.record(z.string(), z.string()), {}),
  groups: z._default(z.array(text), []),
  totpSecret: z.optional(
    z
      .string()
      .check(
        z.regex(/^[A-Z2-7]{16,}$/, 'must be base32 without padding, 16 characters or more'),
        z.refine(isBase32, 'must be whole base32: the bits left over at its end must be zero'),
      ),
  ),
  totpDeviceName: z.optional(z.string()),
  userMfaSettingList: z._default(z.array(z.enum(mfaMethods)), []),
  preferredMfaSetting: z.optional(z.enum(mfaMethods)),
  passwordAgeDays: z._default(z.number().check(z.minimum(0)), 0),
  failedSignIns: z._default(z.number().check(z.int(), z.minimum(0)), 0),
})

/** One pool of the configuration file; what administrative operations create is held to it, too. */
export const poolSchema = z.strictObject({
  id: z
    .string()
    .check(
      z.regex(/^[a-z]{2}(-[a-z]+)+-\d_[0-9A-Za-z]{1,40}$/, 'must look like us-east-1_Practice1'),
    ),
  description: z._default(z.string(), ''),
  issuer: z._default(z.enum(['local', 'aws']), 'local'),
  /** The form of an issuer at AWS: in the pool's region, or that of pools with replicas. */
  issuerType: z._default(z.enum(['ORIGINAL', 'UPDATED']), 'ORIGINAL'),
  /** The pool in another region as well, at an address of its own. */
  replica: z.optional(
    z.strictObject({
      region: z.string().check(z.regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must look like eu-west-1')),
      isActive: flag(true),
    }),
  ),
  /** Names of one's own for the levels of the claim `acr`. */
  acrNames: z.prefault(
    z.strictObject({
      level1: z._default(text, 'urn:cognito:loa:1'),
      level2: z._default(text, 'urn:cognito:loa:2'),
      level3: z._default(text, 'urn:cognito:loa:3'),
      level4: z._default(text, 'urn:cognito:loa:4'),
    }),
    {},
  ),
  sessions: z.prefault(
    z.strictObject({
      isTracked: flag(false),
      maxPerUser: z._default(between(1, 100), 20),
    }),
    {},
  ),
  /** Where a code for a forgotten password goes, first choice first; absent: SMS before email. */
  accountRecovery: z.optional(z.array(z.enum(recoveryMechanisms))),
  usernameAttributes: z._default(z.array(z.enum(['email', 'phone_number'])), []),
  aliasAttributes: z._default(z.array(z.enum(['email', 'phone_number', 'preferred_username'])), []),
  caseSensitive: flag(false),
  tier: z._default(z.enum(tiers), 'ESSENTIALS'),
  allowedFirstAuthFactors: z._default(z.array(z.enum(firstAuthFactors)), ['PASSWORD']),
  triggers: z._default(z.partialRecord(z.enum(triggerNames), source), {}),
  /** The function of each trigger, as LambdaConfig names it. */
  lambdaArns: z._default(z.partialRecord(z.enum(triggerNames), text), {}),
  preTokenGenerationVersion: z._default(z.enum(preTokenGenerationVersions), 'V1_0'),
  mfaConfiguration: z._default(z.enum(['OFF', 'OPTIONAL', 'ON']), 'OPTIONAL'),
  mfaMethods: z._default(z.array(z.enum(mfaMethods)), ['SMS_MFA', 'SOFTWARE_TOKEN_MFA']),
  webAuthnConfiguration: z.prefault(
    z.strictObject({
      // Cognito falls back to the pool's domain, and here no pool has one.
      relyingPartyId: z.optional(
        z
          .string()
          .check(
            z.maxLength(127),
            z.regex(
              new RegExp(`^${relyingPartyIdPattern}$`),
              'must be a host name such as auth.example.com, without scheme and port',
            ),
          ),
      ),
      userVerification: z._default(z.enum(userVerifications), 'preferred'),
      factorConfiguration: z._default(z.enum(webAuthnFactorConfigurations), 'SINGLE_FACTOR'),
    }),
    {},
  ),
  requiredAttributes: z._default(z.array(text), []),
  customAttributes: z._default(z.array(text), []),
  attributes: z._default(z.array(attributeDefinition), []),
  autoVerifiedAttributes: z._default(z.array(z.enum(['email', 'phone_number'])), []),
  attributesRequireVerificationBeforeUpdate: z._default(
    z.array(z.enum(['email', 'phone_number'])),
    [],
  ),
  allowAdminCreateUserOnly: flag(false),
  deviceConfiguration: z.optional(
    z.strictObject({
      challengeRequiredOnNewDevice: flag(false),
      deviceOnlyRememberedOnUserPrompt: flag(false),
    }),
  ),
  passwordPolicy: z.prefault(
    z.strictObject({
      minimumLength: z._default(between(6, 99), 8),
      requireUppercase: flag(true),
      requireLowercase: flag(true),
      requireNumbers: flag(true),
      requireSymbols: flag(true),
      passwordHistorySize: z._default(between(0, 24), 0),
      temporaryPasswordValidityDays: z._default(z.number().check(z.minimum(0), z.maximum(365)), 7),
    }),
    {},
  ),
  clients: z.array(clientSchema),
  users: z.array(userSchema),
})

/** The configuration file's schema: shape and defaults; docs/practice-pool.md describes it. */
export const configurationSchema = z.strictObject({
  $schema: z.optional(z.string()),
  pools: z.array(poolSchema).check(z.minLength(1, 'must have at least one pool')),
  /** JavaScript by the ARN of a function, `POOL_ID/TRIGGER`, or the name of a trigger of any pool. */
  functions: z._default(z.record(text, source), {}),
  faults: z.prefault(faultsSchema, {}),
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
