import { exception, type RefusalText } from './refusal.ts'

const notAuthorized = exception('NotAuthorizedException')
const invalidParameter = exception('InvalidParameterException')
const aliasExists = exception('AliasExistsException')

/** What the operations around a sign-in refuse: sign-up, passwords, attributes, sessions. */
export const accountRefusals = {
  tooManyUsers: (max: number) =>
    exception('LimitExceededException')(
      `The practice pool holds ${String(max)} users at most.`,
      'assumed',
    ),
  signUpClosed: notAuthorized('SignUp is not permitted for this user pool'),
  usernameNotContact: invalidParameter('Username should be either an email or a phone number.'),
  usernameNotEmail: invalidParameter('Username should be an email.'),
  usernameNotPhone: invalidParameter('Username should be a phone number.', 'assumed'),
  contactNotUsername: (name: string) =>
    invalidParameter(
      `User ${name} should be empty or same as username, since username attribute is ${name}`,
      'reported',
    ),
  usernameLikeAlias: (kind: string) =>
    invalidParameter(
      `Username cannot be of ${kind} format, since user pool is configured for ${kind} alias.`,
      'reported',
    ),
  preferredUsernameTooEarly: invalidParameter(
    'Preferred username cannot be provided for unconfirmed account, since user pool is configured for preferred username alias.',
    'reported',
  ),
  usernameTaken: exception('UsernameExistsException')('User already exists'),
  contactTaken: (name: string) =>
    exception('UsernameExistsException')(`An account with the given ${name} already exists.`),
  passwordNeeded: invalidParameter('Missing required parameter Password', 'assumed'),

  codeUserUnknown: exception('UserNotFoundException')('Username/client id combination not found.'),
  codeWrong: exception('CodeMismatchException')(
    'Invalid verification code provided, please try again.',
  ),
  codeExpired: exception('ExpiredCodeException')(
    'Invalid code provided, please request a code again.',
  ),
  attemptLimit: exception('LimitExceededException')(
    'Attempt limit exceeded, please try after some time.',
  ),

  notConfirmable: (status: string) =>
    notAuthorized(`User cannot be confirmed. Current status is ${status}`),
  alreadyConfirmed: invalidParameter('User is already confirmed.', 'reported'),
  nothingToResend: notAuthorized('Cannot resend codes. Auto verification not turned on.'),
  aliasTakenAtConfirmation: (name: string) =>
    aliasExists(`An account with the ${name} already exists.`),
  aliasTaken: (name: string) => aliasExists(`An account with the given ${name} already exists.`),

  notResettable: notAuthorized('User password cannot be reset in the current state.', 'reported'),
  noVerifiedContact: invalidParameter(
    'Cannot reset password for the user as there is no registered/verified email or phone_number',
  ),
  passwordUsedBefore: exception('PasswordHistoryPolicyViolationException')(
    'Password has previously been used',
  ),

  attributeOutsideSchema: (name: string) =>
    invalidParameter(
      `Attributes did not conform to the schema: ${name}: Attribute does not exist in the schema.\n`,
      'reported',
    ),
  attributeRequired: (name: string) =>
    invalidParameter(
      `Attributes did not conform to the schema: ${name}: The attribute is required\n`,
      'reported',
    ),
  attributeNotConforming: (name: string, problem: string) =>
    invalidParameter(`Attributes did not conform to the schema: ${name}: ${problem}\n`, 'assumed'),
  attributeFixed: (name: string) =>
    invalidParameter(`user.${name}: Attribute cannot be updated.`, 'reported'),
  emailInvalid: invalidParameter('Invalid email address format.', 'reported'),
  phoneInvalid: invalidParameter('Invalid phone number format.', 'reported'),
  attributeNotVerifiable: (name: string) =>
    invalidParameter(`Attribute ${name} cannot be verified.`, 'assumed'),
  attributeAbsent: (name: string) => invalidParameter(`User has no ${name}.`, 'assumed'),

  clientSecretWrong: (clientId: string) =>
    notAuthorized(`Unable to verify secret for client ${clientId}`, 'assumed'),
  refreshTokenReused: exception('RefreshTokenReuseException')(
    'Refresh token has been invalidated by rotation',
    'assumed',
  ),
  sessionsNotTracked: exception('OperationNotEnabledException')(
    'Session tracking is not enabled for this user pool.',
    'assumed',
  ),
  sessionUnknown: exception('ResourceNotFoundException')('Session does not exist.', 'assumed'),
  sessionIsOwn: invalidParameter('The current session cannot be revoked.', 'assumed'),
  addOnOff: exception('UserPoolAddOnNotEnabledException')(
    'Threat protection is not enabled for this user pool.',
    'assumed',
  ),
  poolUnknown: (id: string) =>
    exception('ResourceNotFoundException')(`User pool ${id} does not exist.`, 'reported'),
} as const satisfies Record<string, RefusalText | ((...values: never[]) => RefusalText)>
