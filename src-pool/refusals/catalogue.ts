import { exception as of, type RefusalText, type Certainty } from './refusal.ts'
import { counted } from '#engine/units/counted.ts'

const notAuthorized = of('NotAuthorizedException')
const invalidParameter = of('InvalidParameterException')
const invalidPassword = of('InvalidPasswordException')
const codeMismatch = of('CodeMismatchException')
const notFound = of('ResourceNotFoundException')

const tierText = (tier: string, features: readonly string[]) =>
  `The following features need to be disabled for the ${tier} pricing tier configured: ${features.join(', ')}`

/** Every refusal of the practice pool, with Cognito's exact text and how sure that text is. */
export const refusals = {
  unknownOperation: { type: 'UnknownOperationException', certainty: 'reported' },
  serialization: (message?: string): RefusalText => ({
    type: 'SerializationException',
    ...(message === undefined ? {} : { message }),
    certainty: 'reported',
  }),
  internalError: of('InternalErrorException')('Something went wrong', 'assumed'),
  constraints: (failures: readonly string[], certainty: Certainty = 'confirmed'): RefusalText =>
    invalidParameter(
      `${counted(failures.length, 'validation error')} detected: ` + failures.join('; '),
      certainty,
    ),

  clientUnknown: (id: string) => notFound(`User pool client ${id} does not exist.`, 'reported'),
  secretHashMissing: (clientId: string) =>
    notAuthorized(`Client ${clientId} is configured with secret but SECRET_HASH was not received`),
  secretHashWrong: (clientId: string) =>
    notAuthorized(`Unable to verify secret hash for client ${clientId}`),
  secretHashNeedless: (clientId: string) =>
    notAuthorized(`Unable to verify secret hash for client ${clientId}`, 'assumed'),
  secretHashOfRefreshWrong: (clientId: string) =>
    notAuthorized(`SecretHash does not match for the client: ${clientId}`),
  clientSecretWrong: of('UnauthorizedException')('Invalid client secret', 'assumed'),

  clientTokenSecretWrong: notAuthorized('Invalid client secret', 'assumed'),
  scopeInvalid: invalidParameter('Invalid scope', 'assumed'),

  flowNotSupported: invalidParameter('Initiate Auth method not supported.', 'reported'),
  passwordFlowOff: invalidParameter('USER_PASSWORD_AUTH flow not enabled for this client'),
  srpFlowOff: invalidParameter('USER_SRP_AUTH is not enabled for the client.'),
  customFlowOff: invalidParameter('CUSTOM_AUTH is not enabled for the client.'),
  customFlowWithoutTrigger: invalidParameter(
    'Custom auth lambda trigger is not configured for the user pool.',
  ),
  userAuthFlowOff: invalidParameter('USER_AUTH flow not enabled for this client', 'assumed'),
  refreshFlowOff: invalidParameter('Auth flow not enabled for this client', 'assumed'),
  parameterMissing: (name: string) => invalidParameter(`Missing required parameter ${name}`),
  srpValueInvalid: invalidParameter('Invalid SRP_A value', 'assumed'),
  challengeUnsupported: invalidParameter('Challenge response not supported.', 'assumed'),
  choiceNotAvailable: invalidParameter('Selected challenge is not available', 'reported'),
  accessTokenWithoutTarget: invalidParameter(
    'ACCESS_TOKEN is only allowed with TARGET_ACR_VALUES',
    'assumed',
  ),
  targetUnknown: invalidParameter('Invalid TARGET_ACR_VALUES', 'assumed'),
  tierLacks: (tier: string, features: readonly string[], certainty: Certainty = 'confirmed') =>
    of('FeatureUnavailableInTierException')(tierText(tier, features), certainty),
  tierChange: (tier: string, features: readonly string[]) =>
    of('TierChangeNotAllowedException')(tierText(tier, features), 'assumed'),
  lambdaOutput: of('InvalidLambdaResponseException')('Unrecognizable lambda output'),

  timestampUnreadable: invalidParameter(
    'TIMESTAMP format should be EEE MMM d HH:mm:ss z yyyy in english.',
  ),
  wrongPassword: notAuthorized('Incorrect username or password.'),
  userUnknown: of('UserNotFoundException')('User does not exist.'),
  lockedOut: notAuthorized('Password attempts exceeded'),
  userDisabled: notAuthorized('User is disabled.'),
  userUnconfirmed: of('UserNotConfirmedException')('User is not confirmed.'),
  resetRequired: of('PasswordResetRequiredException')(
    'Password reset required for the user',
    'reported',
  ),
  temporaryPasswordExpired: notAuthorized(
    'Temporary password has expired and must be reset by an administrator.',
  ),

  sessionInvalid: notAuthorized('Invalid session for the user.'),
  sessionExpired: notAuthorized('Invalid session for the user, session is expired.'),
  sessionSpent: notAuthorized('Invalid session for the user, session can only be used once.'),
  codeWrong: codeMismatch('Invalid code or auth state for the user.'),
  softwareTokenCodeWrong: codeMismatch('Invalid code received for user'),
  softwareTokenCodeUsed: of('ExpiredCodeException')(
    'Your software token has already been used once.',
  ),
  softwareTokenSetUpCodeWrong: of('EnableSoftwareTokenMFAException')('Code mismatch'),
  softwareTokenMissing: of('SoftwareTokenMFANotFoundException')(
    'Software Token MFA has not been enabled by the userPool',
    'reported',
  ),
  mfaNotDeliverable: (method: string) =>
    invalidParameter(`User does not have delivery config set to turn on ${method}`),
  // That the two are refused: amplify-android#2580, amplify docs#5690.
  mfaPreferredButOff: (method: string) =>
    invalidParameter(`${method} cannot be preferred while it is not enabled.`, 'assumed'),
  mfaPreferredTwice: invalidParameter('Only one MFA method can be preferred.', 'assumed'),
  tokenOrSession: invalidParameter(
    'Only one of Session or AccessToken must be provided',
    'assumed',
  ),

  attributeMissing: (name: string) =>
    invalidParameter(`Invalid attributes given, ${name} is missing`),
  attributeAlreadyProvided: (name: string) =>
    notAuthorized(`Cannot modify an already provided ${name}`),
  attributeImmutable: (name: string) =>
    invalidParameter(`Cannot modify the non-mutable attribute ${name}`, 'reported'),
  attributeNotWritable: notAuthorized('A client attempted to write unauthorized attribute'),
  passwordPolicy: (rule: string, lead = 'Password did not conform with policy') =>
    invalidPassword(`${lead}: ${rule}`),

  accessTokenInvalid: notAuthorized('Invalid Access Token'),
  accessTokenLacksScope: notAuthorized('Access Token does not have required scopes'),
  accessTokenUnverifiable: notAuthorized('Could not verify signature for Access Token'),
  accessTokenExpired: notAuthorized('Access Token has expired'),
  accessTokenRevoked: notAuthorized('Access Token has been revoked'),
  refreshTokenOfOtherClient: notAuthorized('Refresh Token has different Client'),
  refreshTokenInvalid: notAuthorized('Invalid Refresh Token'),
  refreshTokenExpired: notAuthorized('Refresh Token has expired', 'reported'),
  refreshTokenRevoked: notAuthorized('Refresh Token has been revoked'),
  tokenTypeUnsupported: of('UnsupportedTokenTypeException')('Unsupported token type', 'assumed'),
  revocationOff: of('UnsupportedOperationException')(
    'Token revocation is not enabled for this client',
    'assumed',
  ),
} as const satisfies Record<string, RefusalText | ((...values: never[]) => RefusalText)>
