/** One kind of user pool, as somebody sets it up: what is given must come back. */
export interface KindOfPool {
  readonly kind: string
  readonly create: Readonly<Record<string, unknown>>
  readonly update: Readonly<Record<string, unknown>>
  /** What SetUserPoolMfaConfig is given, where the kind has any. */
  readonly mfa?: Readonly<Record<string, unknown>>
}

/** One kind of app client. */
export interface KindOfClient {
  readonly kind: string
  readonly create: Readonly<Record<string, unknown>>
  readonly update: Readonly<Record<string, unknown>>
}

const arn = (service: string, name: string) => `arn:aws:${service}:us-east-1:000000000000:${name}`
const role = 'arn:aws:iam::000000000000:role/sms'
const SmsConfiguration = { SnsCallerArn: role, ExternalId: 'practice', SnsRegion: 'us-east-1' }
const EmailConfiguration = {
  SourceArn: arn('ses', 'identity/practice@example.com'),
  ReplyToEmailAddress: 'reply@example.com',
  EmailSendingAccount: 'DEVELOPER',
  From: 'Practice <practice@example.com>',
}
const firstFactors = (...AllowedFirstAuthFactors: string[]) => ({
  Policies: { SignInPolicy: { AllowedFirstAuthFactors } },
})

/** Every kind of pool that Cognito offers, as set-up tools give it. */
export const kindsOfPool: readonly KindOfPool[] = [
  {
    kind: 'user names and nothing else',
    create: {},
    update: { UserPoolTags: { stage: 'practice' } },
  },
  {
    kind: 'a password policy, tags and deletion protection off',
    create: {
      Policies: {
        PasswordPolicy: {
          MinimumLength: 12,
          RequireUppercase: false,
          RequireLowercase: true,
          RequireNumbers: true,
          RequireSymbols: false,
          TemporaryPasswordValidityDays: 3,
        },
      },
      DeletionProtection: 'INACTIVE',
      UserPoolTags: { stage: 'practice', owner: 'ann' },
    },
    update: { Policies: { PasswordPolicy: { MinimumLength: 20, RequireSymbols: true } } },
  },
  {
    kind: 'sign-in by email address, verified by code',
    create: {
      UsernameAttributes: ['email'],
      UsernameConfiguration: { CaseSensitive: false },
      AutoVerifiedAttributes: ['email'],
      VerificationMessageTemplate: {
        EmailMessage: 'The code is {####}',
        EmailSubject: 'Code',
        DefaultEmailOption: 'CONFIRM_WITH_CODE',
      },
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
    },
    update: { AutoVerifiedAttributes: ['email'], UserAttributeUpdateSettings: {} },
  },
  {
    kind: 'aliases, with case',
    create: {
      AliasAttributes: ['email', 'phone_number', 'preferred_username'],
      UsernameConfiguration: { CaseSensitive: true },
      AutoVerifiedAttributes: ['email', 'phone_number'],
      SmsConfiguration,
    },
    update: { AutoVerifiedAttributes: ['email'] },
  },
  {
    kind: 'a required SMS code',
    create: {
      MfaConfiguration: 'ON',
      SmsConfiguration,
      SmsAuthenticationMessage: 'Sign in with {####}',
      SmsVerificationMessage: 'Verify with {####}',
      AutoVerifiedAttributes: ['phone_number'],
    },
    update: { MfaConfiguration: 'OPTIONAL', SmsConfiguration },
  },
  {
    kind: 'an optional authenticator application',
    create: {},
    mfa: { MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration: { Enabled: true } },
    update: { MfaConfiguration: 'ON' },
  },
  {
    kind: 'codes by email as a second factor',
    create: { EmailConfiguration },
    mfa: {
      MfaConfiguration: 'OPTIONAL',
      SoftwareTokenMfaConfiguration: { Enabled: true },
      EmailMfaConfiguration: { Message: 'The code is {####}', Subject: 'Code' },
    },
    update: { EmailConfiguration, MfaConfiguration: 'OPTIONAL' },
  },
  {
    kind: 'attributes of its own',
    create: {
      Schema: [
        { Name: 'email', AttributeDataType: 'String', Required: true, Mutable: true },
        {
          Name: 'plan',
          AttributeDataType: 'String',
          Mutable: false,
          StringAttributeConstraints: { MinLength: '1', MaxLength: '16' },
        },
        {
          Name: 'age',
          AttributeDataType: 'Number',
          Mutable: true,
          NumberAttributeConstraints: { MinValue: '18', MaxValue: '150' },
        },
        { Name: 'seen', AttributeDataType: 'DateTime', Mutable: true },
        { Name: 'active', AttributeDataType: 'Boolean', Mutable: true },
        { Name: 'note', AttributeDataType: 'String', Mutable: true, DeveloperOnlyAttribute: true },
      ],
    },
    update: { UserPoolTags: {} },
  },
  {
    kind: 'remembered devices',
    create: {
      DeviceConfiguration: {
        ChallengeRequiredOnNewDevice: true,
        DeviceOnlyRememberedOnUserPrompt: false,
      },
    },
    update: {
      DeviceConfiguration: {
        ChallengeRequiredOnNewDevice: false,
        DeviceOnlyRememberedOnUserPrompt: true,
      },
    },
  },
  {
    kind: 'users that administrators create',
    create: {
      AdminCreateUserConfig: {
        AllowAdminCreateUserOnly: true,
        InviteMessageTemplate: {
          SMSMessage: '{username}, {####}',
          EmailMessage: '{username}, {####}',
          EmailSubject: 'Welcome',
        },
      },
      EmailVerificationMessage: 'Verify with {####}',
      EmailVerificationSubject: 'Verify',
    },
    update: { AdminCreateUserConfig: { AllowAdminCreateUserOnly: false } },
  },
  {
    kind: 'recovery by administrators alone',
    create: {
      AccountRecoverySetting: { RecoveryMechanisms: [{ Priority: 1, Name: 'admin_only' }] },
    },
    update: {
      AccountRecoverySetting: {
        RecoveryMechanisms: [
          { Priority: 1, Name: 'verified_email' },
          { Priority: 2, Name: 'verified_phone_number' },
        ],
      },
    },
  },
  {
    kind: 'Lambda triggers',
    create: {
      LambdaConfig: {
        PreSignUp: arn('lambda', 'function:pre-sign-up'),
        PostConfirmation: arn('lambda', 'function:post-confirmation'),
        DefineAuthChallenge: arn('lambda', 'function:define'),
        CreateAuthChallenge: arn('lambda', 'function:create'),
        VerifyAuthChallengeResponse: arn('lambda', 'function:verify'),
        CustomEmailSender: {
          LambdaVersion: 'V1_0',
          LambdaArn: arn('lambda', 'function:email-sender'),
        },
        KMSKeyID: arn('kms', 'key/practice'),
      },
    },
    update: { LambdaConfig: { PreAuthentication: arn('lambda', 'function:pre-authentication') } },
  },
  {
    kind: 'passkeys and codes as first factors',
    create: {
      UserPoolTier: 'ESSENTIALS',
      ...firstFactors('PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'),
    },
    mfa: {
      MfaConfiguration: 'OFF',
      WebAuthnConfiguration: {
        RelyingPartyId: 'auth.practice.example',
        UserVerification: 'required',
      },
    },
    update: { UserPoolTier: 'ESSENTIALS', ...firstFactors('PASSWORD', 'WEB_AUTHN') },
  },
  {
    kind: 'the tier Lite',
    create: { UserPoolTier: 'LITE' },
    update: { UserPoolTier: 'ESSENTIALS' },
  },
  {
    kind: 'threat protection in the tier Plus',
    create: {
      UserPoolTier: 'PLUS',
      UserPoolAddOns: {
        AdvancedSecurityMode: 'ENFORCED',
        AdvancedSecurityAdditionalFlows: { CustomAuthMode: 'AUDIT' },
      },
    },
    update: { UserPoolTier: 'PLUS', UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' } },
  },
  {
    kind: 'an updated issuer and ACR names of its own',
    create: {
      UserPoolTier: 'ESSENTIALS',
      IssuerConfiguration: { Type: 'UPDATED' },
      AcrConfiguration: { Level1: { AcrValue: 'low' }, Level2: { AcrValue: 'high' } },
      KeyConfiguration: { KeyType: 'AWS_OWNED_KEY' },
      DcrConfiguration: { EnableStatus: 'Enabled', AllowedScopes: ['openid'] },
    },
    update: { IssuerConfiguration: { Type: 'ORIGINAL' } },
  },
]

/** Every kind of app client. */
export const kindsOfClient: readonly KindOfClient[] = [
  { kind: 'a public one', create: {}, update: { PreventUserExistenceErrors: 'ENABLED' } },
  {
    kind: 'one with a secret',
    create: { GenerateSecret: true, ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'] },
    update: { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] },
  },
  {
    kind: 'one with the flags of before ALLOW_',
    create: { ExplicitAuthFlows: ['USER_PASSWORD_AUTH', 'CUSTOM_AUTH_FLOW_ONLY'] },
    update: { ExplicitAuthFlows: ['ADMIN_NO_SRP_AUTH'] },
  },
  {
    kind: 'one with validities in units',
    create: {
      AccessTokenValidity: 10,
      IdTokenValidity: 2,
      RefreshTokenValidity: 90,
      TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'hours', RefreshToken: 'days' },
      AuthSessionValidity: 7,
      EnableTokenRevocation: false,
    },
    update: {
      RefreshTokenValidity: 2880,
      TokenValidityUnits: { RefreshToken: 'minutes' },
    },
  },
  {
    kind: 'one of managed login',
    create: {
      SupportedIdentityProviders: ['COGNITO'],
      CallbackURLs: ['https://app.example/back'],
      LogoutURLs: ['https://app.example/out'],
      DefaultRedirectURI: 'https://app.example/back',
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid', 'email'],
      AllowedOAuthFlowsUserPoolClient: true,
      EnablePropagateAdditionalUserContextData: false,
    },
    update: { CallbackURLs: ['https://app.example/other'] },
  },
  {
    kind: 'one that may read and write some attributes',
    create: { ReadAttributes: ['email', 'name'], WriteAttributes: ['name'] },
    update: { ReadAttributes: ['email'], WriteAttributes: ['email'] },
  },
  {
    kind: 'one that rotates refresh tokens',
    create: {
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 30 },
    },
    update: {
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 0 },
    },
  },
]
