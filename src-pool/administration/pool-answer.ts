import { attributeSchema } from '../configuration/attribute-schema.ts'
import type { AttributeDefinition } from '../configuration/configuration.ts'
import type { JsonObject } from '../requests/members.ts'
import type { Pool } from '../state/pool.ts'
import { acrNamesOf } from '../tokens/assurance.ts'
import { lambdaConfig } from './lambda-config.ts'
import { fixedPoolMembers, poolMembers } from './pool-members.ts'

/** The members of CreateUserPool that Describe gives back as they were given. */
const echoedMembers = Object.keys({ ...poolMembers, ...fixedPoolMembers }).filter(
  (name) => name !== 'Schema',
)

const echoed = (storedInput: JsonObject): JsonObject =>
  Object.fromEntries(
    echoedMembers.flatMap((name) =>
      storedInput[name] === undefined ? [] : [[name, storedInput[name]]],
    ),
  )

const object = (value: unknown): JsonObject => (value ?? {}) as JsonObject

/** `UserPool` of an answer; dates in seconds since 1970. */
export function poolAnswer(pool: Pool): JsonObject {
  const { settings, storedInput } = pool
  const { passwordPolicy: policy, deviceConfiguration: device } = settings
  const days = policy.temporaryPasswordValidityDays
  return {
    ...echoed(storedInput),
    AcrConfiguration: Object.fromEntries(
      acrNamesOf(settings).map((AcrValue, index) => [`Level${String(index + 1)}`, { AcrValue }]),
    ),
    AdminCreateUserConfig: {
      UnusedAccountValidityDays: days,
      ...object(storedInput.AdminCreateUserConfig),
      AllowAdminCreateUserOnly: settings.allowAdminCreateUserOnly,
    },
    AliasAttributes: settings.aliasAttributes,
    Arn: `arn:aws:cognito-idp:${pool.region}:000000000000:userpool/${pool.id}`,
    AutoVerifiedAttributes: settings.autoVerifiedAttributes,
    CreationDate: pool.createdAt / 1000,
    DeletionProtection: storedInput.DeletionProtection ?? 'INACTIVE',
    ...(device && {
      DeviceConfiguration: {
        ChallengeRequiredOnNewDevice: device.challengeRequiredOnNewDevice,
        DeviceOnlyRememberedOnUserPrompt: device.deviceOnlyRememberedOnUserPrompt,
      },
    }),
    EmailConfiguration: {
      EmailSendingAccount: 'COGNITO_DEFAULT',
      ...object(storedInput.EmailConfiguration),
    },
    EstimatedNumberOfUsers: pool.users.length,
    Id: pool.id,
    IssuerConfiguration: { Type: settings.issuerType },
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
        TemporaryPasswordValidityDays: days,
      },
      SignInPolicy: { AllowedFirstAuthFactors: settings.allowedFirstAuthFactors },
    },
    SchemaAttributes: [...attributeSchema(settings).values()].map(attributeAnswer),
    UserAttributeUpdateSettings: {
      AttributesRequireVerificationBeforeUpdate: settings.attributesRequireVerificationBeforeUpdate,
    },
    UsernameAttributes: settings.usernameAttributes,
    UsernameConfiguration: { CaseSensitive: settings.caseSensitive },
    UserPoolTags: storedInput.UserPoolTags ?? {},
    UserPoolTier: settings.tier,
    VerificationMessageTemplate: {
      DefaultEmailOption: 'CONFIRM_WITH_CODE',
      ...object(storedInput.VerificationMessageTemplate),
    },
  }
}

function attributeAnswer(one: AttributeDefinition): JsonObject {
  const text = (value: number | undefined, name: string) =>
    value === undefined ? {} : { [name]: String(value) }
  return {
    AttributeDataType: one.type,
    DeveloperOnlyAttribute: one.isDeveloperOnly,
    Mutable: one.isMutable,
    Name: one.name,
    ...(one.type === 'Number' && {
      NumberAttributeConstraints: {
        ...text(one.maxValue, 'MaxValue'),
        ...text(one.minValue, 'MinValue'),
      },
    }),
    Required: one.isRequired,
    ...(one.type === 'String' && {
      StringAttributeConstraints: {
        ...text(one.maxLength, 'MaxLength'),
        ...text(one.minLength, 'MinLength'),
      },
    }),
  }
}
