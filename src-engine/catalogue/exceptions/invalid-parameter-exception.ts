import { defineException, type LikelyCause } from '../define-exception.ts'
import { accountTexts } from './invalid-parameter/account-texts.ts'

/** Cause and remedy of a flow that the app client does not allow. */
const flagMissing = (flag: string): readonly LikelyCause[] => [
  {
    cause: `The app client’s ExplicitAuthFlows lack ${flag}.`,
    remedy: `aws cognito-idp update-user-pool-client --explicit-auth-flows … ${flag}; pass the complete list and all other settings, or they are reset to their defaults.`,
  },
  {
    cause: 'The client ID belongs to a different app client.',
    remedy: 'Compare with aws cognito-idp describe-user-pool-client.',
  },
]

const emptyPassword: LikelyCause = {
  cause: 'Older Amplify versions switch to CUSTOM_AUTH when the password is empty.',
  remedy: 'Check that the password field reaches the sign-in call.',
}

const nameIn = (message: string, pattern: RegExp): string => pattern.exec(message)?.[1] ?? 'it'

export const invalidParameterException = defineException({
  name: 'InvalidParameterException',
  title: 'Invalid parameter',
  operations: ['InitiateAuth', 'RespondToAuthChallenge'],
  meaning: 'Cognito refuses a value of the request, or the configuration does not allow it.',
  causes: [
    {
      cause: 'A value is missing, malformed, or not allowed by the pool or the app client.',
      remedy: 'The message names it; compare the request with the preview’s notes.',
    },
  ],
  session: 'kept',
  retry: 'corrected',
  certainty: 'confirmed',
  texts: [
    {
      messagePattern: 'user_password_auth flow not enabled for this client',
      title: 'USER_PASSWORD_AUTH is off',
      meaning: 'The app client does not allow this flow. The password was not checked.',
      causes: flagMissing('ALLOW_USER_PASSWORD_AUTH'),
      rules: ['AS1002'],
      certainty: 'confirmed',
    },
    {
      messagePattern: 'user_srp_auth is not enabled for the client',
      title: 'USER_SRP_AUTH is off',
      meaning: 'The app client does not allow this flow.',
      causes: flagMissing('ALLOW_USER_SRP_AUTH'),
      rules: ['AS1002'],
      certainty: 'confirmed',
    },
    {
      messagePattern: 'custom_auth is not enabled for the client',
      title: 'CUSTOM_AUTH is off',
      meaning: 'The app client does not allow this flow.',
      causes: [...flagMissing('ALLOW_CUSTOM_AUTH'), emptyPassword],
      rules: ['AS1002'],
      certainty: 'confirmed',
    },
    {
      messagePattern: 'auth flow not enabled for this client',
      title: 'This flow is off',
      meaning: 'The app client does not allow the flow; Cognito does not name it in this message.',
      causes: ({ flow }) =>
        flow?.startsWith('REFRESH_TOKEN')
          ? [
              {
                cause: 'Refresh token rotation is on, which rules out this flow.',
                remedy: 'Use GetTokensFromRefreshToken, or turn off RefreshTokenRotation.',
              },
              ...flagMissing('ALLOW_REFRESH_TOKEN_AUTH'),
            ]
          : flagMissing(flow === undefined ? 'the flow’s ALLOW_ value' : `ALLOW_${flow}`),
      rules: ['AS1008', 'AS1002'],
      certainty: 'reported',
    },
    {
      messagePattern: /^\w+ (flow |is )?not enabled for th/,
      title: 'This flow is off',
      meaning: 'The app client does not allow the flow that the message names.',
      causes: ({ message }) => flagMissing(`ALLOW_${nameIn(message, /^(\w+)/)}`),
      rules: ['AS1002'],
      certainty: 'assumed',
    },
    {
      messagePattern: 'only custom auth (lambda driven) is enabled for this client',
      title: 'Only CUSTOM_AUTH is on',
      meaning: 'The app client allows only custom challenges, and another flow was requested.',
      causes: [
        {
          cause: 'ExplicitAuthFlows contains CUSTOM_AUTH_FLOW_ONLY, an older value.',
          remedy:
            'Replace it with ALLOW_ values in update-user-pool-client --explicit-auth-flows; the two kinds cannot be mixed. Or choose CUSTOM_AUTH.',
        },
      ],
      rules: ['AS1003'],
      certainty: 'reported',
    },
    {
      messagePattern: 'initiate auth method not supported',
      title: 'Not a flow of this operation',
      meaning:
        'InitiateAuth does not accept flows whose names begin with ADMIN_, and AdminInitiateAuth does not accept USER_PASSWORD_AUTH.',
      causes: [
        {
          cause: 'ADMIN_USER_PASSWORD_AUTH and ADMIN_NO_SRP_AUTH belong to AdminInitiateAuth.',
          remedy: 'Use USER_PASSWORD_AUTH here, or AdminInitiateAuth with AWS credentials.',
        },
        {
          cause: 'An administrator sent USER_PASSWORD_AUTH, which belongs to InitiateAuth.',
          remedy: 'Use ADMIN_USER_PASSWORD_AUTH, or call as the app client.',
        },
      ],
      rules: ['AS1006'],
      certainty: 'reported',
    },
    {
      messagePattern: 'missing required parameter',
      title: 'A parameter is missing',
      meaning: 'The request lacks a value that this flow or challenge needs, or it is empty.',
      causes: ({ message }) => [
        {
          cause: `${nameIn(message, /parameter:?\s+(\w+)/i)} was not sent, or was empty.`,
          remedy:
            'Fill it in. Names are case-sensitive, and those of AuthParameters are uppercase.',
        },
      ],
      rules: ['AS1507', 'AS2205'],
      certainty: 'confirmed',
    },
    {
      messagePattern: 'custom auth lambda trigger is not configured for the user pool',
      title: 'The pool has no custom challenge',
      meaning: 'CUSTOM_AUTH needs three triggers in the pool, and DefineAuthChallenge is missing.',
      causes: [
        {
          cause:
            'DefineAuthChallenge, CreateAuthChallenge or VerifyAuthChallengeResponse is not set.',
          remedy: 'Set them: update-user-pool --lambda-config, or choose another flow.',
        },
        emptyPassword,
      ],
      rules: ['AS1804'],
      certainty: 'reported',
    },
    {
      messagePattern: 'selected challenge is not available',
      title: 'That factor is not available',
      meaning: 'The user or the pool does not have the chosen factor.',
      causes: [
        {
          cause: 'The factor is not among AvailableChallenges of the last response.',
          remedy:
            'Choose one of those; the user needs a verified email, phone number or a passkey.',
        },
        {
          cause: 'AllowedFirstAuthFactors of the pool’s SignInPolicy does not include the factor.',
          remedy:
            'update-user-pool --policies with SignInPolicy; codes and passkeys need ESSENTIALS.',
        },
        {
          cause: 'The user does not exist, or must still change a temporary password.',
          remedy: 'Look at UserStatus in aws cognito-idp admin-get-user.',
        },
      ],
      rules: ['AS2209'],
      certainty: 'reported',
    },
    {
      messagePattern: /^invalid attributes given, .+ is missing/,
      title: 'A required attribute is missing',
      meaning:
        'The pool requires an attribute that has no value, and the answer does not include it.',
      causes: ({ message }) => [
        {
          cause: `“${nameIn(message, /given, (.+?) is missing/i)}” is required by the pool and was not sent.`,
          remedy: 'Send it as userAttributes.<name> together with NEW_PASSWORD.',
        },
      ],
      rules: ['AS2202'],
      certainty: 'confirmed',
    },
    {
      messagePattern: 'cannot modify an already provided',
      title: 'An attribute was sent back',
      meaning: 'The answer repeats an attribute that already has a value.',
      causes: ({ message }) => [
        {
          cause: `userAttributes of the challenge was sent back, with “${nameIn(message, /provided ([\w:.]+\w)/i)}” in it.`,
          remedy: 'Send only what requiredAttributes lists.',
        },
      ],
      rules: ['AS2201'],
      certainty: 'confirmed',
    },
    {
      messagePattern:
        /^cannot modify the non-mutable attribute|^user\.\S+: attribute cannot be updated/,
      title: 'This attribute cannot be changed',
      meaning: 'The attribute was declared immutable in the pool’s schema.',
      causes: [
        {
          cause: 'The request writes an immutable attribute.',
          remedy: 'Leave it out.',
        },
      ],
      rules: ['AS2207'],
      certainty: 'reported',
    },
    {
      messagePattern: 'timestamp format should be',
      title: 'TIMESTAMP cannot be parsed',
      meaning: 'TIMESTAMP does not have the only format that Cognito accepts.',
      causes: [],
      rules: ['AS1302'],
      certainty: 'confirmed',
    },
    {
      messagePattern: /^cannot initiate \w+ flow without first authenticating/,
      title: 'The device comes after the user',
      meaning:
        'DEVICE_SRP_AUTH proves a device in the session of a user who has passed the first factor.',
      causes: [],
      rules: ['AS1702'],
      certainty: 'reported',
    },
    {
      messagePattern: 'invalid device key given',
      title: 'The device key is invalid',
      meaning: 'The device key is not one that Cognito issued to this user.',
      causes: [
        {
          cause: 'The device key belongs to another user or pool, or was invented.',
          remedy: 'Send DeviceKey from NewDeviceMetadata unchanged, or leave out DEVICE_KEY.',
        },
      ],
      rules: ['AS1703'],
      certainty: 'reported',
    },
    {
      messagePattern: /^\d+ validation errors? detected/,
      title: 'A value breaks the API’s limits',
      meaning: 'A value was refused because of its format, before Cognito checked its meaning.',
      causes: [
        {
          cause: 'A value is too short, too long, or contains a character that is not allowed.',
          remedy:
            'The message names the member after “at” and the rule after “constraint:”. Spaces at the ends of a pasted value are the most common cause.',
        },
      ],
      rules: ['AS2206'],
      certainty: 'reported',
    },
    ...accountTexts,
  ],
})
