import type { TextCase } from '../../define-exception.ts'

const scope = 'aws.cognito.signin.user.admin'

/** What NotAuthorizedException says to an access token, and to a user in the wrong state. */
export const refusedAccessToken: readonly TextCase[] = [
  {
    says: 'access token has been revoked',
    title: 'The access token has been revoked',
    meaning:
      'The sign-in that this token came of is over. Whoever only checks the signature still takes the token until it expires.',
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
    sure: 'confirmed',
  },
  {
    says: 'access token has expired',
    title: 'The access token has expired',
    meaning: 'Its time is over; an hour after the sign-in, unless the app client says another.',
    causes: [
      {
        cause: 'The time since the sign-in is longer than AccessTokenValidity.',
        remedy: 'Refresh the tokens, and call with the new access token.',
      },
    ],
    rules: ['AS1612'],
    sure: 'reported',
  },
  {
    says: 'invalid access token',
    title: 'This is no access token of the pool',
    meaning: 'The text is no access token that Cognito has issued here.',
    causes: [
      {
        cause: 'The id token was sent in its place.',
        remedy: 'Send the access token: its token_use says access.',
      },
      {
        cause: 'The token was cut off, or belongs to another pool or region.',
        remedy: 'Compare its iss with the endpoint that was called.',
      },
    ],
    rules: ['AS1611'],
    sure: 'reported',
  },
  {
    says: 'access token does not have required scopes',
    title: 'The access token lacks a scope',
    meaning: `Operations for a user want the scope ${scope}, which this token does not have.`,
    causes: [
      {
        cause: 'The token comes from the hosted pages, and the app client does not ask for it.',
        remedy: `Allow ${scope} in the app client, ask for it, and sign in again.`,
      },
      {
        cause: 'A pre-token trigger took the scope out.',
        remedy: 'Look at scopesToSuppress in the trigger’s answer.',
      },
    ],
    rules: ['AS1613'],
    sure: 'reported',
  },
  {
    says: 'could not verify signature for access token',
    title: 'The access token was signed elsewhere',
    meaning: 'Another pool or another region signed it, or it was changed on the way.',
    causes: [
      {
        cause: 'The endpoint is another region’s than the token’s pool.',
        remedy: 'Take the region from the token’s iss.',
      },
    ],
    rules: ['AS1611'],
    sure: 'reported',
  },
  {
    says: 'user cannot be confirmed. current status is',
    title: 'The user is not waiting to be confirmed',
    meaning: 'The status that the text names takes no confirmation.',
    causes: [
      { cause: 'The user is confirmed already.', remedy: 'Sign in.' },
      {
        cause: 'An administrator made the user, who has a temporary password.',
        remedy: 'Sign in with it, and answer NEW_PASSWORD_REQUIRED.',
      },
    ],
    sure: 'confirmed',
  },
  {
    says: 'signup is not permitted for this user pool',
    title: 'Users cannot sign up by themselves',
    meaning: 'The pool leaves the making of users to its administrators.',
    causes: [
      {
        cause: 'AdminCreateUserConfig.AllowAdminCreateUserOnly is on.',
        remedy: 'Turn it off, or make the user with admin-create-user.',
      },
    ],
    sure: 'confirmed',
  },
  {
    says: 'cannot resend codes. auto verification not turned on',
    title: 'This pool sends no confirmation codes',
    meaning: 'Nothing is verified by itself in this pool, so there is no code to send again.',
    causes: [
      {
        cause: 'AutoVerifiedAttributes of the pool is empty.',
        remedy: 'Add email or phone_number, or confirm with admin-confirm-sign-up.',
      },
    ],
    sure: 'reported',
  },
  {
    says: 'user password cannot be reset in the current state',
    title: 'This user’s password cannot be reset',
    meaning: 'The state of the user does not go with a forgotten password.',
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
    sure: 'reported',
  },
]
