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
        { Name: 'custom:x', ...text },
      ],
    },
    invalid('custom:x: Existing attribute already has name custom:x.'),
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
    constraints,
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
    constraints,
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
    invalid('SourceArn is required when EmailSendingAccount is DEVELOPER.'),
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
    invalid('Invalid account recovery setting: each mechanism can be given once.'),
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
    invalid('DefaultRedirectURI must be among the CallbackURLs.'),
  ],
  [
    { EnablePropagateAdditionalUserContextData: true },
    invalid('EnablePropagateAdditionalUserContextData needs a client secret.'),
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
    ).toMatch('already has name')

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
  },
})
