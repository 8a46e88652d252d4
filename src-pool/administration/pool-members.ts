import { attributeTypes, firstAuthFactors, tiers } from '../configuration/configuration.ts'
import type { Member, StructureMember } from '../requests/members.ts'
import { kept, model, required } from '../requests/model.ts'
import { preTokenGenerationVersions } from '../triggers/pre-token-generation.ts'
import { emailMessage, letters, smsConfiguration, smsMessage, subject } from './message-members.ts'

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

const versioned = (versions: readonly string[]) =>
  ({
    kind: 'structure',
    members: {
      LambdaVersion: required({ kind: 'text', values: versions } as const),
      LambdaArn: required(model.arn),
    },
  }) as const

const lambdaConfig = {
  kind: 'structure',
  members: {
    PreSignUp: model.arn,
    CustomMessage: model.arn,
    PostConfirmation: model.arn,
    PreAuthentication: model.arn,
    PostAuthentication: model.arn,
    DefineAuthChallenge: model.arn,
    CreateAuthChallenge: model.arn,
    VerifyAuthChallengeResponse: model.arn,
    PreTokenGeneration: model.arn,
    UserMigration: model.arn,
    PreTokenGenerationConfig: versioned(preTokenGenerationVersions),
    CustomSMSSender: versioned(['V1_0']),
    CustomEmailSender: versioned(['V1_0']),
    // Codes reach the custom senders in the clear here, and nobody signs in from elsewhere.
    KMSKeyID: kept(model.arn),
    InboundFederation: kept(versioned(['V1_0'])),
  },
} as const satisfies StructureMember

const grantTypes = {
  kind: 'list',
  of: { kind: 'text', values: ['code', 'implicit', 'client_credentials'] },
} as const

const level = {
  kind: 'structure',
  members: { AcrValue: required({ kind: 'text', min: 1, max: 2048, pattern: '[\\x21-\\x7e]+' }) },
} as const satisfies StructureMember

/** The members of CreateUserPool and of UpdateUserPool. */
export const poolMembers = {
  Policies: {
    kind: 'structure',
    members: {
      PasswordPolicy: passwordPolicy,
      SignInPolicy: {
        kind: 'structure',
        members: {
          AllowedFirstAuthFactors: {
            kind: 'list',
            min: 1,
            max: 5,
            of: { kind: 'text', values: firstAuthFactors },
          },
        },
      },
    },
  },
  DeletionProtection: { kind: 'text', values: ['ACTIVE', 'INACTIVE'] },
  LambdaConfig: lambdaConfig,
  UserPoolTier: { kind: 'text', values: tiers },
  AutoVerifiedAttributes: contacts,
  SmsVerificationMessage: smsMessage,
  EmailVerificationMessage: emailMessage,
  EmailVerificationSubject: subject,
  // A code is sent, never a link.
  VerificationMessageTemplate: {
    kind: 'structure',
    members: {
      SmsMessage: smsMessage,
      EmailMessage: emailMessage,
      EmailSubject: subject,
      EmailMessageByLink: kept({
        kind: 'text',
        min: 6,
        max: 20_000,
        // The model's own takes a time that grows with the third power of the length.
        pattern: '[\\s\\S]*\\{##[\\s\\S]*##\\}[\\s\\S]*',
      }),
      EmailSubjectByLink: kept(subject),
      DefaultEmailOption: kept({
        kind: 'text',
        values: ['CONFIRM_WITH_LINK', 'CONFIRM_WITH_CODE'],
      }),
    },
  },
  SmsAuthenticationMessage: smsMessage,
  MfaConfiguration: { kind: 'text', values: ['OFF', 'ON', 'OPTIONAL'] },
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
  // What of it counts is only that it is there, and whether email goes by the developer's account.
  EmailConfiguration: {
    kind: 'structure',
    members: {
      SourceArn: kept(model.arn),
      ReplyToEmailAddress: kept({
        kind: 'text',
        pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+@[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+',
      }),
      EmailSendingAccount: { kind: 'text', values: ['COGNITO_DEFAULT', 'DEVELOPER'] },
      From: kept(model.open),
      ConfigurationSet: kept({ kind: 'text', min: 1, max: 64, pattern: '^[a-zA-Z0-9_-]+$' }),
    },
  },
  SmsConfiguration: smsConfiguration,
  UserPoolTags: kept(model.map),
  AdminCreateUserConfig: {
    kind: 'structure',
    members: {
      AllowAdminCreateUserOnly: model.flag,
      UnusedAccountValidityDays: { kind: 'number', min: 0, max: 365 },
      InviteMessageTemplate: {
        kind: 'structure',
        members: {
          SMSMessage: { kind: 'text', min: 6, max: 140 },
          EmailMessage: { kind: 'text', min: 6, max: 20_000, pattern: `${letters}*` },
          EmailSubject: subject,
        },
      },
    },
  },
  UserPoolAddOns: kept({
    kind: 'structure',
    members: {
      AdvancedSecurityMode: required({
        kind: 'text',
        values: ['OFF', 'AUDIT', 'ENFORCED'],
      } as const),
      AdvancedSecurityAdditionalFlows: {
        kind: 'structure',
        members: { CustomAuthMode: { kind: 'text', values: ['AUDIT', 'ENFORCED'] } },
      },
    },
  }),
  DcrConfiguration: kept({
    kind: 'structure',
    members: {
      EnableStatus: { kind: 'text', values: ['Enabled', 'Disabled'] },
      OpenDcrEnabled: model.flag,
      AuthenticatedGrantTypes: grantTypes,
      OpenDcrGrantTypes: grantTypes,
      AllowedScopes: { kind: 'list', of: { kind: 'text', min: 1, max: 256 } },
    },
  }),
  AccountRecoverySetting: {
    kind: 'structure',
    members: {
      RecoveryMechanisms: {
        kind: 'list',
        min: 1,
        max: 2,
        of: {
          kind: 'structure',
          members: {
            Priority: required({ kind: 'number', min: 1, max: 2 } as const),
            Name: required({
              kind: 'text',
              values: ['verified_email', 'verified_phone_number', 'admin_only'],
            } as const),
          },
        },
      },
    },
  },
  KeyConfiguration: kept({
    kind: 'structure',
    members: {
      KeyType: { kind: 'text', values: ['AWS_OWNED_KEY', 'CUSTOMER_MANAGED_KEY'] },
      KmsKeyArn: model.arn,
    },
  }),
  IssuerConfiguration: {
    kind: 'structure',
    members: { Type: { kind: 'text', values: ['ORIGINAL', 'UPDATED'] } },
  },
  AcrConfiguration: {
    kind: 'structure',
    isMap: true,
    members: { Level1: level, Level2: level, Level3: level, Level4: level },
  },
} as const satisfies Readonly<Record<string, Member>>

/** One attribute of Schema and of AddCustomAttributes. */
export const schemaAttribute = {
  kind: 'structure',
  members: {
    Name: { kind: 'text', min: 1, max: 20, pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+' },
    AttributeDataType: { kind: 'text', values: attributeTypes },
    DeveloperOnlyAttribute: model.flag,
    Mutable: model.flag,
    Required: model.flag,
    NumberAttributeConstraints: {
      kind: 'structure',
      members: { MinValue: model.open, MaxValue: model.open },
    },
    StringAttributeConstraints: {
      kind: 'structure',
      members: { MinLength: model.open, MaxLength: model.open },
    },
  },
} as const satisfies StructureMember

/** The members of CreateUserPool that are fixed once a pool is there. */
export const fixedPoolMembers = {
  AliasAttributes: {
    kind: 'list',
    of: { kind: 'text', values: ['phone_number', 'email', 'preferred_username'] },
  },
  UsernameAttributes: contacts,
  Schema: { kind: 'list', min: 1, max: 50, of: schemaAttribute },
  UsernameConfiguration: {
    kind: 'structure',
    members: { CaseSensitive: required(model.flag) },
  },
} as const satisfies Readonly<Record<string, Member>>
