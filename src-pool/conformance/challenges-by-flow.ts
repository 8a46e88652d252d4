import type { ChallengeNameType } from '@aws-sdk/client-cognito-identity-provider'
import type { FlowName } from '#engine/catalogue/flows/index.ts'

/** What a right password of any flow can lead to. */
const afterPassword = [
  'NEW_PASSWORD_REQUIRED',
  'SMS_MFA',
  'EMAIL_OTP',
  'SOFTWARE_TOKEN_MFA',
  'SELECT_MFA_TYPE',
  'MFA_SETUP',
  'DEVICE_SRP_AUTH',
  'DEVICE_PASSWORD_VERIFIER',
] as const

/**
 * The challenges that can come in a sign-in of each flow. ADMIN_NO_SRP_AUTH comes in none: the
 * name is a flow's, and the service answers no call with it. Source: API reference, "InitiateAuth"
 * and "RespondToAuthChallenge"; developer guide, "authentication".
 */
export const follows: Readonly<Record<FlowName, readonly ChallengeNameType[]>> = {
  USER_SRP_AUTH: ['PASSWORD_VERIFIER', ...afterPassword],
  USER_PASSWORD_AUTH: afterPassword,
  USER_AUTH: [
    'SELECT_CHALLENGE',
    'PASSWORD',
    'PASSWORD_SRP',
    'PASSWORD_VERIFIER',
    'SMS_OTP',
    'WEB_AUTHN',
    ...afterPassword,
  ],
  CUSTOM_AUTH: ['CUSTOM_CHALLENGE', 'PASSWORD_VERIFIER', ...afterPassword],
  REFRESH_TOKEN_AUTH: [],
  REFRESH_TOKEN: [],
  GetTokensFromRefreshToken: [],
  // InitiateAuth takes neither.
  ADMIN_USER_PASSWORD_AUTH: [],
  ADMIN_NO_SRP_AUTH: [],
}

/** The same where an administrator signs in. Source: API reference, "AdminInitiateAuth". */
export const followsAsAdministrator: typeof follows = {
  ...follows,
  USER_PASSWORD_AUTH: [],
  ADMIN_USER_PASSWORD_AUTH: afterPassword,
  ADMIN_NO_SRP_AUTH: afterPassword,
}
