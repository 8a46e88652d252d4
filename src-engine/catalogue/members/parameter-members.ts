import { membersOf, open, personal, secret } from './member.ts'

const hex = /^[0-9a-f]*$/i
const word = /^[A-Z_0-9]*$/

/**
 * Keys of AuthParameters, ChallengeResponses and ChallengeParameters. A key that is not here is
 * personal: a custom challenge sends what its function likes, and a person types what they like.
 */
export const parameterMembers = new Map([
  ...membersOf('PASSWORD NEW_PASSWORD', secret('password')),
  ...membersOf('SECRET_HASH', secret('secret hash')),
  ...membersOf('REFRESH_TOKEN', secret('refresh token')),
  ...membersOf('ACCESS_TOKEN', secret('access token')),
  ...membersOf(
    'SMS_MFA_CODE SMS_OTP_CODE EMAIL_OTP_CODE EMAIL_MFA_CODE SOFTWARE_TOKEN_MFA_CODE',
    secret('code'),
  ),
  ...membersOf('SECRET_BLOCK PASSWORD_CLAIM_SECRET_BLOCK', secret('secret block')),
  ...membersOf('PASSWORD_CLAIM_SIGNATURE CREDENTIAL', secret('signature')),
  ...membersOf('DEVICE_GROUP_KEY DEVICE_PASSWORD', secret('device secret')),
  ...membersOf('ANSWER', secret('custom answer')),

  ...membersOf('USERNAME USER_ID_FOR_SRP', personal('user')),
  ...membersOf('EMAIL', personal('email')),
  ...membersOf('PHONE_NUMBER', personal('phone')),
  ...membersOf('DEVICE_KEY FRIENDLY_DEVICE_NAME', personal('device')),

  ...membersOf('SRP_A SRP_B SALT', { sensitivity: 'public', form: hex }),
  ...membersOf('CHALLENGE_NAME PREFERRED_CHALLENGE FACTOR CODE_DELIVERY_DELIVERY_MEDIUM', {
    sensitivity: 'public',
    form: word,
  }),
  ...membersOf('MFAS_CAN_SETUP MFAS_CAN_CHOOSE requiredAttributes', {
    sensitivity: 'public',
    form: /^\[.*\]$/s,
  }),
  ...membersOf('CODE_DELIVERY_DESTINATION', { sensitivity: 'public', form: /\*/ }),
  ...membersOf('TIMESTAMP TARGET_ACR_VALUES MAX_AGE STEP_UP_FROM', open),
  ...membersOf('userAttributes', { sensitivity: 'public', holds: 'attributes' }),
  ...membersOf('CREDENTIAL_REQUEST_OPTIONS', { sensitivity: 'public', holds: 'json' }),
])
