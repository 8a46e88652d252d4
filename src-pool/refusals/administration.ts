import { exception, type RefusalText } from './refusal.ts'

const notFound = exception('ResourceNotFoundException')
const invalidParameter = exception('InvalidParameterException')

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
  refreshNotAllowed: invalidParameter('REFRESH_TOKEN_AUTH should always be allowed', 'reported'),
  refreshWithRotation: invalidParameter(
    'ALLOW_REFRESH_TOKEN_AUTH cannot be used with refresh token rotation.',
    'assumed',
  ),
  filterUnreadable: invalidParameter('Error while parsing filter.', 'reported'),
  aliasAndUsername: invalidParameter(
    'Only one of the aliasAttributes or usernameAttributes can be set in a user pool.',
    'reported',
  ),
} as const satisfies Record<string, RefusalText | ((...values: never[]) => RefusalText)>
