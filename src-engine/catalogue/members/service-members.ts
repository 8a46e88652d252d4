import { membersOf, open, personal, secret } from './member.ts'

/**
 * Every member of every operation that the AWS SDK knows, by its name. What describes a pool, a
 * client or an appearance is public: a redacted export says which pool it came from.
 */
export const serviceMembers = new Map([
  ...membersOf('Password PreviousPassword ProposedPassword TemporaryPassword', secret('password')),
  ...membersOf('ClientSecret ClientSecretValue Secret', secret('client secret')),
  ...membersOf('Code ConfirmationCode UserCode', secret('code')),
  ...membersOf('Token RefreshToken', secret('refresh token')),
  ...membersOf('PasswordVerifier Salt DeviceGroupKey', secret('device secret')),
  ...membersOf('NextToken PaginationToken PreSignedUrl ExternalId', secret('text')),
  ...membersOf('Session', secret('session')),
  ...membersOf('IdToken', secret('id token')),
  ...membersOf('AccessToken', secret('access token')),
  ...membersOf('FeedbackToken', secret('feedback token')),
  ...membersOf('SecretHash', secret('secret hash')),
  ...membersOf('SecretCode', secret('totp secret')),
  ...membersOf('EncodedData', secret('context data')),
  ...membersOf('Credential', secret('signature')),

  ...membersOf('Username', personal('user')),
  ...membersOf('UserSub', personal('sub')),
  ...membersOf('IpAddress LastIPAddress', personal('address')),
  ...membersOf('BlockedIPRangeList SkippedIPRangeList', personal('address')),
  ...membersOf('From ReplyTo ReplyToEmailAddress', personal('email')),
  ...membersOf(
    'DeviceKey DeviceName FriendlyDeviceName FriendlyCredentialName CredentialId SessionId',
    personal('device'),
  ),
  ...membersOf('OriginSessionId', personal('device')),
  ...membersOf('UserAttributes City Country Timezone', personal('attribute')),
  ...membersOf('GroupName RoleArn Description', personal('group')),
  ...membersOf('ClientMetadata ValidationData', personal('metadata')),
  ...membersOf(
    `AnalyticsEndpointId Filter ProviderAttributeValue ServerName ServerPath Tags UserPoolTags
    headerValue ProviderDetails`,
    personal('value'),
  ),
  // Of an attribute, whose name beside it says more; of anything else it is not known.
  ...membersOf('Value', personal('attribute')),

  ...membersOf(
    `AWSAccountId AccessTokenValidity AcrConfiguration AcrMapping AcrValue AdvancedSecurityMode
    AliasAttributes AllowAdminCreateUserOnly AllowedFirstAuthFactors AllowedOAuthFlows
    AllowedOAuthFlowsUserPoolClient AllowedOAuthScopes AllowedScopes ApplicationArn ApplicationId
    Arn AttributeDataType AttributeMapping AttributeName Attributes
    AttributesRequireVerificationBeforeUpdate AttributesToGet AuthFlow AuthParameters
    AuthSessionValidity AuthenticatedGrantTypes AuthenticatorAttachment AuthenticatorTransports
    AutoVerifiedAttributes BucketArn Bytes CSS CSSVersion CSVHeader CallbackURLs
    CallerArn CaseSensitive Category Certificate CertificateArn ChallengeName ChallengeParameters
    ChallengeRequiredOnNewDevice ChallengeResponse ChallengeResponses ClientId ClientName
    ClientSecretCreateDate ClientSecretId ClientType CloudFrontDistribution CloudFrontDomain
    CloudWatchLogsRoleArn ColorMode CompletionDate CompletionMessage CompromisedCredentialsDetected
    ConfigurationSet ConfigurationSetName ConfiguredUserAuthFactors CreateAuthChallenge CreateDate
    CreatedAt CreationDate CredentialCreationOptions CustomAuthMode CustomDomain CustomMessage
    DefaultEmailOption DefaultRedirectURI DefineAuthChallenge DeletionProtection DeliveryMedium
    DesiredDeliveryMediums DeveloperOnlyAttribute DeviceCreateDate DeviceLastAuthenticatedDate
    DeviceLastModifiedDate DeviceOnlyRememberedOnUserPrompt DeviceRememberedStatus DeviceType Domain
    EmailConfigurationFailure EmailMessage EmailMessageByLink EmailSendingAccount EmailSubject
    EmailSubjectByLink EmailVerificationMessage EmailVerificationSubject
    EnablePropagateAdditionalUserContextData EnableStatus EnableTokenRevocation Enabled Enforcement
    EstimatedNumberOfUsers EventAction EventFilter EventId EventResponse EventSource EventType
    ExpiresIn ExplicitAuthFlows Extension FactorConfiguration FailedUsers Feature FeedbackDate
    FeedbackValue ForceAliasCreation FreeLimitValue GenerateSecret HtmlBody Id IdTokenValidity
    Identifier IdpIdentifier IdpIdentifiers ImageFile ImageUrl ImportedUsers InEntityId InTemplateId
    IsCurrentSession JobId JobName KMSKeyID KeyType KmsKeyArn LambdaArn LambdaVersion LastActiveDate
    LastModifiedDate Limit LimitClass Links LogGroupArn LogLevel LogoutURLs ManagedBy
    ManagedLoginBrandingId ManagedLoginVersion MaxLength MaxPerUser MaxResults MaxValidityMinutes
    MaxValue Message MessageAction MfaConfiguration MinLength MinValue MinimumLength Mutable Name
    Notify OpenDcrEnabled OpenDcrGrantTypes OriginationIdentity PasswordHashingAlgorithm
    PasswordHistorySize Permanent PoolName PostAuthentication PostConfirmation PreAuthentication
    PreSignUp PreTokenGeneration Precedence PreferredMfa PreferredMfaSetting
    PreventUserExistenceErrors PrimaryRoute53HealthCheckId Priority Provider ProviderAttributeName
    ProviderName ProviderType ProvisionedLimitValue ReadAttributes RefreshTokenValidity Region
    RegionName RelyingPartyId ReplicaRegions RequestedLimitValue RequireLowercase RequireNumbers
    RequireSymbols RequireUppercase Required ResourceArn ResourceId RetryGracePeriodSeconds
    ReturnMergedResources RevokeAssociatedSessions RiskDecision RiskLevel Role S3Bucket SMSMessage
    ScopeDescription ScopeName Scopes SecondaryRegion SecurityPolicy SessionType Settings
    SkippedUsers SmsAuthenticationMessage SmsConfigurationFailure SmsMessage SmsVerificationMessage
    SnsCallerArn SnsRegion SourceArn StartDate Status StreamArn Subject SupportedIdentityProviders
    TagKeys TemporaryPasswordValidityDays TermsId TermsName TermsSource TextBody TokenType Type
    UnusedAccountValidityDays UseCognitoProvidedValues UserAttributeNames UserConfirmationNecessary
    UserConfirmed UserCreateDate UserDataShared UserLastModifiedDate UserMFASettingList
    UserMigration UserPoolArn UserPoolId UserPoolTier UserSessionTracking UserStatus
    UserVerification UsernameAttributes VerifyAuthChallengeResponse Version WriteAttributes
    headerName`,
    open,
  ),
  // Cognito masks where a code went; what is not masked is not Cognito's.
  ...membersOf('AvailableChallenges', { sensitivity: 'public', form: /^[A-Z0-9_]+$/ }),
  ...membersOf('Destination', { sensitivity: 'public', form: /\*/ }),

  // The members of a refusal. Its text is searched for what it quotes.
  ...membersOf('__type code message MFAOptions', open),
])
