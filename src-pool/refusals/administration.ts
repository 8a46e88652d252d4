import { exception, type RefusalText } from './refusal.ts'

const notFound = exception('ResourceNotFoundException')
const limitExceeded = exception('LimitExceededException')
const invalidParameter = exception('InvalidParameterException')
const invalidOAuthFlow = exception('InvalidOAuthFlowException')

/** What administrative operations refuse. */
export const administrationRefusals = {
  signatureMissing: exception('MissingAuthenticationTokenException')(
    'Missing Authentication Token',
    'reported',
  ),
  groupUnknown: notFound('Group not found.', 'reported'),
  groupExists: exception('GroupExistsException')(
    'A group with the name already exists.',
    'reported',
  ),
  userAccountExists: exception('UsernameExistsException')(
    'User account already exists',
    'reported',
  ),
  notResendable: (status: string) =>
    exception('UnsupportedUserStateException')(
      `Resend not possible. ${status} status is not FORCE_CHANGE_PASSWORD`,
      'assumed',
    ),
  adminFlowOff: invalidParameter('Auth flow not enabled for this client'),
  refreshNotAllowed: invalidParameter('REFRESH_TOKEN_AUTH should always be allowed.', 'reported'),
  refreshWithRotation: invalidParameter(
    'ALLOW_REFRESH_TOKEN_AUTH is not a permitted ExplicitAuthFlow when refresh token rotation is enabled.',
    'reported',
  ),
  recoveryAdminOnly: invalidParameter(
    'Account Recovery Setting cannot use admin_only setting with any other recovery mechanisms.',
  ),
  recoveryTwice: invalidParameter(
    'Account Recovery Setting cannot have duplicate priorities or recovery mechanisms.',
  ),
  twoTemporaryValidities: invalidParameter(
    'Please use TemporaryPasswordValidityDays in PasswordPolicy instead of UnusedAccountValidityDays',
  ),
  updateNotAutoVerified: invalidParameter(
    'All attributes in AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes',
  ),
  developerWithoutSource: invalidParameter(
    'Source ARN is required to use DEVELOPER email sending owner',
  ),
  linkMissing: invalidParameter('The message is invalid.'),
  fromInvalid: invalidParameter('Provided From email address is invalid'),
  functionElsewhere: invalidParameter('Cross-region lambda functions are not supported'),
  acrNames: invalidParameter('The names of the ACR levels must differ.', 'assumed'),
  customRequired: invalidParameter(
    'Required custom attributes are not supported currently.',
    'reported',
  ),
  attributeWithoutType: invalidParameter(
    'Invalid AttributeDataType input, consider using the provided AttributeDataType enum.',
  ),
  standardAttributeChanged: (name: string) =>
    invalidParameter(
      `You can not change AttributeDataType or set developerOnlyAttribute for standard schema attribute ${name}`,
    ),
  attributeConstraints: (name: string) =>
    invalidParameter(`Invalid constraints for schema attribute ${name}.`, 'assumed'),
  attributeLengths: (name: string) =>
    invalidParameter(`Attribute ${name} cannot have a max length shorter than it's min length`),
  attributeValues: (name: string) =>
    invalidParameter(`Attribute ${name} cannot have a max value smaller than it's min value`),
  attributeTwice: (name: string) =>
    invalidParameter(
      `Duplicate custom attribute names ${name} are not allowed in a user pool schema.`,
    ),
  attributeExists: (name: string) =>
    invalidParameter(`${name}: Existing attribute already has name ${name}.`, 'reported'),
  poolProtected: invalidParameter(
    'The user pool cannot be deleted because deletion protection is activated. Deletion protection must be inactivated first.',
    'reported',
  ),
  twoTokenFunctions: invalidParameter(
    "Cannot use PreTokenGenerationLambda and PreTokenGeneration with different Lambda function ARN's",
  ),
  senderWithoutKey: invalidParameter(
    'KMSKeyId parameter is required when Custom SMS/Email Lambda trigger is used.',
  ),
  flowsMixed: invalidParameter(
    "Auth flow name with prefix 'ALLOW' cannot be used with legacy auth flow names.",
  ),
  tokenFlowNotAlone: invalidParameter(
    'ALLOW_CLIENT_TOKEN_AUTH cannot be combined with other authentication flows.',
    'assumed',
  ),
  tokenFlowWithoutSecret: invalidParameter(
    'ALLOW_CLIENT_TOKEN_AUTH needs a client secret.',
    'assumed',
  ),
  validityOutOfRange: invalidParameter('Invalid range for token validity.'),
  validityOrder: invalidParameter(
    'Access and Id Token expiration times must be less than or equal to refresh token expiration times.',
  ),
  readAttributesInvalid: invalidParameter(
    'Invalid read attributes specified while creating a client',
    'reported',
  ),
  writeAttributesInvalid: invalidParameter(
    'Invalid write attributes specified while creating a client',
  ),
  oauthIncomplete: invalidParameter(
    'AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed to use OAuth flows.',
    'reported',
  ),
  clientCredentialsNotAlone: invalidOAuthFlow(
    'client_credentials flow can not be selected along with code flow or implicit flow.',
    'reported',
  ),
  clientCredentialsWithoutSecret: invalidOAuthFlow(
    'client_credentials flow can not be selected if client does not have a client secret.',
    'reported',
  ),
  scopeUnknown: (scope: string) =>
    exception('ScopeDoesNotExistException')(`Invalid scope requested: ${scope}`),
  urlWithoutTls: (url: string) =>
    invalidParameter(`${url} cannot use the HTTP protocol.`, 'reported'),
  urlWithFragment: (url: string) => invalidParameter(`${url} cannot use fragment`),
  callbackMissing: invalidParameter(
    'CallbackUrls can not be empty when code flow or implicit flow is selected',
  ),
  redirectNotAmongCallbacks: (url: string) =>
    invalidParameter(`The default redirect URI ${url} is not in the callback URIs list.`),
  analyticsInvalid: invalidParameter(
    'Invalid analytics configuration given, either <application arn> or <application id, role arn, external id> are valid',
  ),
  providerUnknown: (name: string, userPoolId: string) =>
    invalidParameter(
      `The provider ${name} does not exist for User Pool ${userPoolId}.`,
      'reported',
    ),
  contextDataWithoutSecret: invalidParameter(
    'Client Secret is required to set EnablePropagateAdditionalUserContextData as true',
  ),
  twoSecrets: invalidParameter(
    'GenerateSecret and ClientSecret cannot be given together.',
    'assumed',
  ),
  flowsOfDcr: invalidParameter(
    'An app client of dynamic client registration has no ExplicitAuthFlows.',
    'assumed',
  ),
  secretsOfDcr: invalidParameter(
    'Client secret operations are not supported for app clients of dynamic client registration.',
    'assumed',
  ),
  clientIsPublic: invalidParameter('The client has no secret to rotate.', 'assumed'),
  tooManySecrets: limitExceeded('A client can have two secrets at most.', 'assumed'),
  secretIsThere: invalidParameter('The client has this secret already.', 'assumed'),
  secretUnknown: notFound('Client secret does not exist.', 'assumed'),
  lastSecret: invalidParameter('The last secret of a client cannot be deleted.', 'assumed'),
  tooMany: (what: string, max: number) =>
    limitExceeded(`The practice pool holds ${String(max)} ${what} at most.`, 'assumed'),
  tooManyInPool: (what: string, max: number) =>
    invalidParameter(`A user pool can have ${String(max)} ${what} at most.`, 'assumed'),
  attributesNotKnown: invalidParameter(
    'One or more requested attributes do not exist.',
    'reported',
  ),
  attributeNotSearchable: (name: string) =>
    invalidParameter(`Invalid search attribute: ${name}`, 'reported'),
  filterUnreadable: invalidParameter('Error while parsing filter.', 'reported'),
  paginationTokenInvalid: invalidParameter('Invalid pagination token', 'assumed'),
  aliasAndUsername: invalidParameter(
    'Only one of the aliasAttributes or usernameAttributes can be set in a User pool.',
  ),
} as const satisfies Record<string, RefusalText | ((...values: never[]) => RefusalText)>
