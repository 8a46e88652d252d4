import { defineException } from '../define-exception.ts'
import { incorrectUsernameOrPassword } from '../incorrect-username-or-password.ts'
import { accessTokenTexts } from './not-authorized/access-token-texts.ts'

const signInAgain = 'Sign in again.'

export const notAuthorizedException = defineException({
  name: 'NotAuthorizedException',
  title: 'Not authorized',
  operations: ['InitiateAuth', 'RespondToAuthChallenge'],
  meaning:
    'Cognito refuses the user, the client, the token or the session. Only the message says which.',
  causes: [
    {
      cause: 'The message is not in the catalogue; it is shown as the service sent it.',
      remedy:
        'Read the message first: it usually names what is refused, the user, the client or a token.',
    },
  ],
  session: 'lost',
  retry: 'corrected',
  certainty: 'confirmed',
  texts: [
    {
      messagePattern: 'incorrect username or password',
      title: 'Incorrect user name or password',
      meaning:
        'One message for many causes. Cognito does not say whether the user, the password or its proof is wrong.',
      causes: incorrectUsernameOrPassword,
      rules: [
        'AS1101',
        'AS1102',
        'AS1103',
        'AS1104',
        'AS1301',
        'AS1302',
        'AS1303',
        'AS1307',
        'AS1305',
        'AS1306',
        'AS1304',
        'AS2003',
        'AS1107',
        'AS1108',
        'AS1105',
        'AS1801',
        'AS1704',
        'AS1705',
      ],
      certainty: 'confirmed',
    },
    {
      messagePattern: /^client \S+ is configured with secret but secret_hash was not received/,
      title: 'The client secret is missing',
      meaning: 'This app client has a secret, and the call has no SECRET_HASH.',
      causes: [
        {
          cause: 'The profile has no client secret.',
          remedy:
            'Enter it; aws cognito-idp describe-user-pool-client shows it as ClientSecret. SECRET_HASH is then added to every call.',
        },
        {
          cause:
            'The application runs in a browser or on a mobile device, where a secret cannot be kept.',
          remedy:
            'Create an app client without one (create-user-pool-client --no-generate-secret); a secret cannot be removed from an existing client.',
        },
      ],
      rules: ['AS1201'],
      certainty: 'confirmed',
    },
    {
      messagePattern: 'unable to verify secret hash for client',
      title: 'The secret hash is wrong',
      meaning: 'The SECRET_HASH is not the one that Cognito computes.',
      causes: ({ challenge, flow }) => {
        const name = {
          cause: challenge
            ? 'The hash was computed over the alias that was typed and not over the USERNAME of this answer.'
            : 'The hash was computed over another name than the USERNAME of the same request.',
          remedy: challenge
            ? 'Answer with USERNAME = USER_ID_FOR_SRP, and compute the hash over it.'
            : 'Compute it over USERNAME exactly as it is sent, even if it is an alias.',
        }
        const refresh = {
          cause:
            'A refresh needs the hash of the real username, and an email address or another alias was used.',
          remedy: 'Use cognito:username from the ID token (the sub in an email or phone pool).',
        }
        const secret = {
          cause:
            'The client secret belongs to another client, was replaced, or was truncated when copied.',
          remedy: 'Copy ClientSecret again from aws cognito-idp describe-user-pool-client.',
        }
        const order = {
          cause: 'The parts are in the wrong order, or in another encoding.',
          remedy: 'It is base64(HMAC-SHA256(key: client secret, message: username + client ID)).',
        }
        const missing = {
          cause: 'Before about 2021, a missing hash had this message too.',
          remedy: 'Check whether the request has a SECRET_HASH at all.',
        }
        return flow?.startsWith('REFRESH_TOKEN')
          ? [refresh, secret, order]
          : [name, secret, order, missing]
      },
      rules: ['AS1201', 'AS1204', 'AS1205', 'AS1202', 'AS1206', 'AS1203'],
      certainty: 'confirmed',
    },
    {
      messagePattern: 'secrethash does not match for the client',
      title: 'The secret hash is of another name',
      meaning:
        'The hash is well-formed, but was computed over a name that is not the user’s real username.',
      causes: [
        {
          cause: 'The hash of a refresh was computed over the email address or another alias.',
          remedy: 'Use cognito:username from the ID token (the sub in an email or phone pool).',
        },
        {
          cause: 'The client ID in the hash differs from the one in the request.',
          remedy: 'Use the same client ID in both.',
        },
      ],
      rules: ['AS1201', 'AS1204', 'AS1205', 'AS1206', 'AS1203'],
      certainty: 'reported',
    },
    {
      messagePattern: 'password attempts exceeded',
      title: 'Locked out for a while',
      meaning:
        'Too many wrong passwords. After five failures Cognito refuses every attempt for one second, and twice as long after each further one, up to about 15 minutes.',
      causes: [
        {
          cause: 'This user’s password was wrong at least five times in a row.',
          remedy: 'Wait up to 15 minutes. Attempts while locked out do not extend it.',
        },
        {
          cause:
            'Something else signs in as this user with an old password (a job, a phone, a test).',
          remedy: 'Look for it in CloudTrail or the pool’s user event history, and stop it.',
        },
      ],
      rules: ['AS1901'],
      certainty: 'confirmed',
    },
    {
      messagePattern: 'user is disabled',
      title: 'The user is disabled',
      meaning: 'An administrator has disabled this user; no flow signs them in.',
      causes: [
        {
          cause: 'AdminDisableUser was called for this user.',
          remedy: 'aws cognito-idp admin-enable-user --user-pool-id <pool> --username <user>.',
        },
      ],
      rules: ['AS1110'],
      certainty: 'confirmed',
    },
    {
      messagePattern: /^(temporary password has expired|user account has expired)/,
      title: 'The temporary password has expired',
      meaning: 'The user never signed in with the temporary password while it was valid.',
      causes: [
        {
          cause: 'TemporaryPasswordValidityDays (7 by default) have passed since it was set.',
          remedy:
            'aws cognito-idp admin-create-user --message-action RESEND sends a new one; admin-set-user-password --permanent sets a permanent one.',
        },
      ],
      rules: ['AS1113'],
      certainty: 'reported',
    },
    {
      messagePattern: 'invalid session for the user, session is expired',
      title: 'The session has expired',
      meaning: 'The answer was sent after the session had expired.',
      causes: [
        {
          cause: 'More than AuthSessionValidity passed (3 minutes by default).',
          remedy:
            'Start over and answer sooner, or raise it to at most 15: update-user-pool-client --auth-session-validity.',
        },
      ],
      rules: ['AS1402'],
      certainty: 'confirmed',
    },
    {
      messagePattern: 'invalid session for the user, session can only be used once',
      title: 'The session was already used',
      meaning: 'A session accepts one successful answer, and this one has had it.',
      causes: [
        {
          cause: 'The call was sent twice, or with an older session than the newest.',
          remedy: 'Start over, and send the session of the newest response each time.',
        },
      ],
      rules: ['AS1405', 'AS1401'],
      certainty: 'confirmed',
    },
    {
      messagePattern: 'invalid session for the user',
      title: 'The session is not valid',
      meaning: 'The session is not one that Cognito issued for this user, client and step.',
      causes: ({ challenge }) => {
        const custom = {
          cause: 'A wrong custom answer returned a new session, and the old one was sent again.',
          remedy: 'Send the session of the newest response each time.',
        }
        const changed = {
          cause: 'The session was truncated or changed in storage, a form or a URL.',
          remedy: 'Compare its length with that in the response; send it unchanged.',
        }
        const other = {
          cause: 'USERNAME or the client ID differs from the one that the session was issued for.',
          remedy: 'Answer with USERNAME = USER_ID_FOR_SRP and the client ID of the first call.',
        }
        return challenge === 'CUSTOM_CHALLENGE'
          ? [custom, changed, other]
          : [other, changed, custom]
      },
      rules: ['AS1508', 'AS1403', 'AS1404'],
      certainty: 'confirmed',
    },
    {
      messagePattern: 'refresh token has been revoked',
      title: 'The refresh token was revoked',
      meaning: 'This sign-in was ended before the token expired.',
      causes: [
        { cause: 'RevokeToken was called with this token.', remedy: signInAgain },
        {
          cause: 'GlobalSignOut or AdminUserGlobalSignOut ended all sessions of the user.',
          remedy: signInAgain,
        },
      ],
      rules: ['AS1604'],
      certainty: 'confirmed',
    },
    {
      messagePattern: 'refresh token has different client',
      title: 'The refresh token is another app client’s',
      meaning: 'A refresh token works only with the app client that it was issued to.',
      causes: [
        {
          cause: 'The client ID is not that of the sign-in that got the token.',
          remedy: 'Use aud of its ID token, or client_id of its access token.',
        },
      ],
      rules: ['AS1603'],
      certainty: 'confirmed',
    },
    {
      messagePattern: 'refresh token has expired',
      title: 'The refresh token has expired',
      meaning: 'The token is older than the app client’s RefreshTokenValidity.',
      causes: [
        {
          cause: 'RefreshTokenValidity (30 days by default) has passed.',
          remedy: `${signInAgain} For longer validity: update-user-pool-client --refresh-token-validity.`,
        },
      ],
      rules: ['AS1605'],
      certainty: 'reported',
    },
    {
      messagePattern: 'invalid refresh token',
      title: 'The refresh token is invalid',
      meaning: 'Cognito cannot use this token with this client and device.',
      causes: [
        {
          cause: 'The pool tracks devices, and DEVICE_KEY is missing or belongs to another device.',
          remedy:
            'Send the DeviceKey from NewDeviceMetadata as DEVICE_KEY; the device must have been confirmed (ConfirmDevice).',
        },
        {
          cause:
            'The pool tracks devices, and an administrator signed the user in without a device.',
          remedy: 'Sign in as the app client, or sign in again instead of refreshing.',
        },
        {
          cause: 'The token was issued to another app client or by another pool.',
          remedy: 'Use the client ID (aud of the ID token) and the region of the first sign-in.',
        },
        {
          cause: 'The token was truncated, or an ID or access token was sent instead.',
          remedy:
            'A refresh token has five parts separated by full stops and about 1,700 characters.',
        },
        { cause: 'The user was deleted and created again.', remedy: signInAgain },
      ],
      rules: ['AS1606', 'AS1604', 'AS1603', 'AS1602', 'AS1601', 'AS1607'],
      certainty: 'confirmed',
    },
    {
      messagePattern:
        /^(unable to login because of security reasons|request not allowed due to security reasons)/,
      title: 'Refused by threat protection',
      meaning:
        'Threat protection rated this sign-in as too risky, or knows that the password was leaked.',
      causes: [
        {
          cause: 'The password is among leaked ones (compromised-credentials check).',
          remedy: 'Reset the password (ForgotPassword or admin-set-user-password).',
        },
        {
          cause: 'The risk rating of this device or address is high enough to block it.',
          remedy:
            'See aws cognito-idp admin-list-user-auth-events, and the actions in describe-risk-configuration.',
        },
      ],
      rules: ['AS1905'],
      certainty: 'reported',
    },
    {
      messagePattern: 'a client attempted to write unauthorized attribute',
      title: 'This client may not write that attribute',
      meaning: 'The answer contains an attribute that the app client cannot write.',
      causes: [
        {
          cause: 'The attribute is not in WriteAttributes of the app client.',
          remedy:
            'Leave it out, or add it: update-user-pool-client --write-attributes (pass the complete list).',
        },
      ],
      rules: ['AS2207'],
      certainty: 'reported',
    },
    {
      messagePattern: 'cannot modify an already provided',
      title: 'An attribute was sent back',
      meaning: 'The answer repeats an attribute that already has a value.',
      causes: [],
      rules: ['AS2201'],
      certainty: 'confirmed',
    },
    ...accessTokenTexts,
  ],
})
