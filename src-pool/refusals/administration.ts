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
    'ALLOW_REFRESH_TOKEN_AUTH cannot be used with refresh token rotation.',
    'assumed',
  ),
  recoveryAdminOnly: invalidParameter(
    'Invalid account recovery setting: admin_only cannot be combined with others.',
    'assumed',
  ),
  recoveryPriorities: invalidParameter(
    'Invalid account recovery setting: each priority can be given once.',
    'assumed',
  ),
  recoveryNames: invalidParameter(
    'Invalid account recovery setting: each mechanism can be given once.',
    'assumed',
  ),
  twoTemporaryValidities: invalidParameter(
    'Please use TemporaryPasswordValidityDays in PasswordPolicy instead of UnusedAccountValidityDays',
  ),
  updateNotAutoVerified: invalidParameter(
    'All attributes in AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes',
  ),
  developerWithoutSource: invalidParameter(
    'SourceArn is required when EmailSendingAccount is DEVELOPER.',
    'assumed',
  ),
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
  attributeExists: (name: string) =>
    invalidParameter(`${name}: Existing attribute already has name ${name}.`, 'reported'),
  poolProtected: invalidParameter(
    'The user pool cannot be deleted because deletion protection is activated. Deletion protection must be inactivated first.',
    'reported',
  ),
  twoTokenFunctions: invalidParameter(
    'PreTokenGeneration and PreTokenGenerationConfig must name the same function.',
    'assumed',
  ),
  senderWithoutKey: invalidParameter(
    'KMSKeyID is required with CustomSMSSender or CustomEmailSender.',
    'assumed',
  ),
  flowsMixed: invalidParameter(
    'ExplicitAuthFlows cannot have both legacy values and values that begin with ALLOW_.',
    'assumed',
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
  redirectNotAmongCallbacks: invalidParameter(
    'DefaultRedirectURI must be among the CallbackURLs.',
    'assumed',
  ),
  providerUnknown: (name: string, userPoolId: string) =>
    invalidParameter(
      `The provider ${name} does not exist for User Pool ${userPoolId}.`,
      'reported',
    ),
  contextDataWithoutSecret: invalidParameter(
    'EnablePropagateAdditionalUserContextData needs a client secret.',
    'assumed',
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
  attributesNotKnown: invalidParameter(
    'One or more requested attributes do not exist.',
    'reported',
  ),
  attributeNotSearchable: (name: string) =>
    invalidParameter(`Invalid search attribute: ${name}`, 'reported'),
  filterUnreadable: invalidParameter('Error while parsing filter.', 'reported'),
  aliasAndUsername: invalidParameter(
    'Only one of the aliasAttributes or usernameAttributes can be set in a user pool.',
    'reported',
  ),
} as const satisfies Record<string, RefusalText | ((...values: never[]) => RefusalText)>
