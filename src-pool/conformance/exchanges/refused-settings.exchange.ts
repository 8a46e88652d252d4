import { expect } from 'vitest'
import { createdPool, exchange } from '../exchange.ts'

const text = { AttributeDataType: 'String' } as const
const invalid = (message: string) => `InvalidParameterException: ${message}`
const historyInLite =
  'FeatureUnavailableInTierException: The following features need to be disabled for the LITE pricing tier configured: Password History'
const typeMissing =
  'Invalid AttributeDataType input, consider using the provided AttributeDataType enum.'
const standardChanged =
  'You can not change AttributeDataType or set developerOnlyAttribute for standard schema attribute'
const constraints = invalid('Invalid constraints for schema attribute custom:x.')

/** Settings that are well formed, each for itself, and that Cognito refuses. */
const ofPools: readonly (readonly [input: object, refusal: string])[] = [
  [{ Schema: [{ Name: 'x' }] }, invalid(typeMissing)],
  [
    { Schema: [{ Name: 'email', AttributeDataType: 'Number' }] },
    invalid(`${standardChanged} email`),
  ],
  [
    { Schema: [{ Name: 'name', DeveloperOnlyAttribute: true }] },
    invalid(`${standardChanged} name`),
  ],
  [
    {
      Schema: [
        { Name: 'x', ...text },
        { Name: 'x', ...text },
      ],
    },
    invalid('Duplicate custom attribute names custom:x are not allowed in a user pool schema.'),
  ],
  [
    { Schema: [{ Name: 'x', ...text, StringAttributeConstraints: { MinLength: 'a' } }] },
    constraints,
  ],
  [
    { Schema: [{ Name: 'x', ...text, StringAttributeConstraints: { MaxLength: '2049' } }] },
    constraints,
  ],
  [
    {
      Schema: [
        { Name: 'x', ...text, StringAttributeConstraints: { MinLength: '9', MaxLength: '3' } },
      ],
    },
    invalid("Attribute custom:x cannot have a max length shorter than it's min length"),
  ],
  [
    {
      Schema: [
        {
          Name: 'x',
          AttributeDataType: 'Number',
          NumberAttributeConstraints: { MinValue: '9', MaxValue: '3' },
        },
      ],
    },
    invalid("Attribute custom:x cannot have a max value smaller than it's min value"),
  ],
  [
    { VerificationMessageTemplate: { EmailMessageByLink: 'Your code is {####}' } },
    invalid('The message is invalid.'),
  ],
  [
    {
      AdminCreateUserConfig: { UnusedAccountValidityDays: 3 },
      Policies: { PasswordPolicy: { TemporaryPasswordValidityDays: 3 } },
    },
    invalid(
      'Please use TemporaryPasswordValidityDays in PasswordPolicy instead of UnusedAccountValidityDays',
    ),
  ],
  [
    {
      AutoVerifiedAttributes: ['phone_number'],
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
    },
    invalid(
      'All attributes in AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes',
    ),
  ],
  [
    { EmailConfiguration: { EmailSendingAccount: 'DEVELOPER' } },
    invalid('Source ARN is required to use DEVELOPER email sending owner'),
  ],
  [{ EmailConfiguration: { From: 'nobody' } }, invalid('Provided From email address is invalid')],
  [
    { LambdaConfig: { PreSignUp: 'arn:aws:lambda:eu-west-1:000000000000:function:f' } },
    invalid('Cross-region lambda functions are not supported'),
  ],
  [
    { AutoVerifiedAttributes: ['phone_number'] },
    invalid('SMS configuration is required when phone_number is selected for auto verification'),
  ],
  [
    { UserPoolTier: 'LITE', Policies: { PasswordPolicy: { PasswordHistorySize: 3 } } },
    historyInLite,
  ],
  [
    {
      AccountRecoverySetting: {
        RecoveryMechanisms: [
          { Name: 'verified_email', Priority: 1 },
          { Name: 'verified_email', Priority: 2 },
        ],
      },
    },
    invalid('Account Recovery Setting cannot have duplicate priorities or recovery mechanisms.'),
  ],
]

const oauth = { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthScopes: ['openid'] }
const badFlow = (rest: string) =>
  `InvalidOAuthFlowException: client_credentials flow can not be selected ${rest}`

const ofClients: readonly (readonly [input: object, refusal: string])[] = [
  [
    { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['code'] },
    invalid(
      'AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed to use OAuth flows.',
    ),
  ],
  [
    { ...oauth, AllowedOAuthFlows: ['code', 'client_credentials'], GenerateSecret: true },
    badFlow('along with code flow or implicit flow.'),
  ],
  [
    { ...oauth, AllowedOAuthFlows: ['client_credentials'] },
    badFlow('if client does not have a client secret.'),
  ],
  [
    { AllowedOAuthScopes: ['openid', 'nothing'] },
    'ScopeDoesNotExistException: Invalid scope requested: nothing',
  ],
  [
    { CallbackURLs: ['http://localhost:3000/', 'http://app.example/'] },
    invalid('http://app.example/ cannot use the HTTP protocol.'),
  ],
  [
    { CallbackURLs: ['https://app.example/'], DefaultRedirectURI: 'https://app.example/other' },
    invalid('The default redirect URI https://app.example/other is not in the callback URIs list.'),
  ],
  [{ CallbackURLs: ['https://a.example/#b'] }, invalid('https://a.example/#b cannot use fragment')],
  [
    { ...oauth, AllowedOAuthFlows: ['code'] },
    invalid('CallbackUrls can not be empty when code flow or implicit flow is selected'),
  ],
  ...[
    { ApplicationId: 'abc' },
    {
      ApplicationId: 'abc',
      ExternalId: 'e',
      RoleArn: 'arn:aws:iam::000000000000:role/r',
      ApplicationArn: 'arn:aws:mobiletargeting:us-east-1:000000000000:apps/abc',
    },
  ].map(
    (AnalyticsConfiguration) =>
      [
        { AnalyticsConfiguration },
        invalid(
          'Invalid analytics configuration given, either <application arn> or <application id, role arn, external id> are valid',
        ),
      ] as const,
  ),
  [
    { EnablePropagateAdditionalUserContextData: true },
    invalid('Client Secret is required to set EnablePropagateAdditionalUserContextData as true'),
  ],
]

/** What Cognito refuses of a pool and of an app client as a whole, and of a search for users. */
export default exchange({
  topic: 'pool settings',
  async play(pool) {
    const UserPoolId = await createdPool(pool, { Schema: [{ Name: 'tenant', ...text }] })
    for (const [input, refusal] of ofPools)
      expect(await pool.refusal('CreateUserPool', { PoolName: 'p', ...input })).toBe(refusal)
    for (const [input, refusal] of ofPools.filter(([input]) => !('Schema' in input)))
      expect(await pool.refusal('UpdateUserPool', { UserPoolId, ...input })).toBe(refusal)
    const added = (CustomAttributes: readonly object[]) =>
      pool.refusal('AddCustomAttributes', { UserPoolId, CustomAttributes })
    expect(await added([{ Name: 'x' }])).toBe(invalid(typeMissing))
    expect(
      await added([
        { Name: 'x', ...text },
        { Name: 'x', ...text },
      ]),
    ).toMatch('Duplicate custom attribute names custom:x')

    const client = { UserPoolId, ClientName: 'c' }
    for (const [input, refusal] of ofClients)
      expect(await pool.refusal('CreateUserPoolClient', { ...client, ...input })).toBe(refusal)
    expect(
      await pool.refusal('CreateUserPoolClient', {
        ...client,
        SupportedIdentityProviders: ['COGNITO', 'Google'],
      }),
    ).toBe(invalid(`The provider Google does not exist for User Pool ${UserPoolId}.`))
    await pool.succeed('CreateUserPoolClient', {
      ...client,
      ...oauth,
      AllowedOAuthFlows: ['code'],
      CallbackURLs: ['http://localhost:3000/', 'https://app.example/', 'myapp://back'],
      DefaultRedirectURI: 'https://app.example/',
      SupportedIdentityProviders: ['COGNITO'],
    })

    const search = (input: object) => pool.refusal('ListUsers', { UserPoolId, ...input })
    expect(await search({ AttributesToGet: ['email', 'nothing'] })).toBe(
      invalid('One or more requested attributes do not exist.'),
    )
    expect(await search({ Filter: 'custom:tenant = "a"' })).toBe(
      invalid('Invalid search attribute: custom:tenant'),
    )
    expect(await search({ PaginationToken: 'CAIS' })).toBe(invalid('Invalid pagination token'))
  },
})
