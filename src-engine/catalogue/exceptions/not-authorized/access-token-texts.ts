import type { TextCase } from '../../define-exception.ts'

const scope = 'aws.cognito.signin.user.admin'

/** What NotAuthorizedException says to an access token, and to a user in the wrong state. */
export const accessTokenTexts: readonly TextCase[] = [
  {
    messagePattern: 'access token has been revoked',
    title: 'The access token has been revoked',
    meaning:
      'The sign-in that issued this token has ended. Verifiers that only check the signature still accept the token until it expires.',
    causes: [
      {
        cause: 'GlobalSignOut or AdminUserGlobalSignOut ended every sign-in of the user.',
        remedy: 'Sign in again.',
      },
      {
        cause: 'RevokeToken ended the refresh token of this sign-in, or its session was revoked.',
        remedy: 'Sign in again.',
      },
    ],
    rules: ['AS1615'],
    certainty: 'confirmed',
  },
  {
    messagePattern: 'access token has expired',
    title: 'The access token has expired',
    meaning: 'It has expired: one hour after it was issued, unless AccessTokenValidity is set.',
    causes: [
      {
        cause: 'More than AccessTokenValidity has passed since the token was issued.',
        remedy: 'Refresh the tokens, and call with the new access token.',
      },
    ],
    rules: ['AS1612'],
    certainty: 'reported',
  },
  {
    messagePattern: 'invalid access token',
    title: 'This is not an access token of the pool',
    meaning: 'This is not an access token that Cognito issued for this pool.',
    causes: [
      {
        cause: 'The ID token was sent instead.',
        remedy: 'Send the access token: its token_use says access.',
      },
      {
        cause: 'The token was truncated, or belongs to another pool or region.',
        remedy: 'Compare its iss with the endpoint that was called.',
      },
    ],
    rules: ['AS1611'],
    certainty: 'reported',
  },
  {
    messagePattern: 'access token does not have required scopes',
    title: 'The access token lacks a scope',
    meaning: `Operations for a user require the scope ${scope}, which this token does not have.`,
    causes: [
      {
        cause: 'The token comes from managed login, and the app client did not request the scope.',
        remedy: `Allow ${scope} in the app client, request it, and sign in again.`,
      },
      {
        cause: 'A pre-token trigger removed the scope.',
        remedy: 'Check scopesToSuppress in the trigger’s response.',
      },
    ],
    rules: ['AS1613'],
    certainty: 'reported',
  },
  {
    messagePattern: 'could not verify signature for access token',
    title: 'The access token was signed elsewhere',
    meaning: 'Another pool or region signed it, or it was changed.',
    causes: [
      {
        cause: 'The endpoint is in another region than the token’s pool.',
        remedy: 'Use the region in the token’s iss.',
      },
    ],
    rules: ['AS1611'],
    certainty: 'reported',
  },
  {
    messagePattern: 'user cannot be confirmed. current status is',
    title: 'The user is not waiting to be confirmed',
    meaning: 'A user with the status in the message cannot be confirmed.',
    causes: [
      { cause: 'The user is confirmed already.', remedy: 'Sign in.' },
      {
        cause: 'An administrator created the user, who has a temporary password.',
        remedy: 'Sign in with it, and answer NEW_PASSWORD_REQUIRED.',
      },
    ],
    certainty: 'confirmed',
  },
  {
    messagePattern: 'signup is not permitted for this user pool',
    title: 'Users cannot sign themselves up',
    meaning: 'Only administrators can create users in this pool.',
    causes: [
      {
        cause: 'AdminCreateUserConfig.AllowAdminCreateUserOnly is on.',
        remedy: 'Turn it off, or create the user with admin-create-user.',
      },
    ],
    certainty: 'confirmed',
  },
  {
    messagePattern: 'cannot resend codes. auto verification not turned on',
    title: 'This pool sends no confirmation codes',
    meaning: 'This pool verifies nothing automatically, so there is no code to send again.',
    causes: [
      {
        cause: 'AutoVerifiedAttributes of the pool is empty.',
        remedy: 'Add email or phone_number, or confirm with admin-confirm-sign-up.',
      },
    ],
    certainty: 'reported',
  },
  {
    messagePattern: 'user password cannot be reset in the current state',
    title: 'This user’s password cannot be reset',
    meaning: 'The user’s state does not allow a password reset.',
    causes: [
      {
        cause: 'The user has a temporary password that was never changed.',
        remedy: 'Send it again: admin-create-user with MessageAction=RESEND.',
      },
      {
        cause: 'The user comes from an identity provider, and has no password here.',
        remedy: 'Sign in there.',
      },
    ],
    certainty: 'reported',
  },
]
