import type { Secret } from '../secret/secret.ts'

/**
 * The operations that a sign-in and the account around it are made of: those that need no AWS
 * credentials, and the two of an administrator's sign-in (service model, `authtype`).
 */
export const operations = [
  'InitiateAuth',
  'RespondToAuthChallenge',
  'AdminInitiateAuth',
  'AdminRespondToAuthChallenge',
  'AssociateSoftwareToken',
  'ChangePassword',
  'CompleteWebAuthnRegistration',
  'ConfirmDevice',
  'ConfirmForgotPassword',
  'ConfirmSignUp',
  'DeleteUser',
  'DeleteUserAttributes',
  'DeleteWebAuthnCredential',
  'ForgetDevice',
  'ForgotPassword',
  'GetClientToken',
  'GetDevice',
  'GetTokensFromRefreshToken',
  'GetUser',
  'GetUserAttributeVerificationCode',
  'GetUserAuthFactors',
  'GlobalSignOut',
  'ListDevices',
  'ListUserSessions',
  'ListWebAuthnCredentials',
  'ResendConfirmationCode',
  'RevokeToken',
  'RevokeUserSession',
  'SetUserMFAPreference',
  'SetUserSettings',
  'SignUp',
  'StartWebAuthnRegistration',
  'UpdateAuthEventFeedback',
  'UpdateDeviceStatus',
  'UpdateUserAttributes',
  'VerifySoftwareToken',
  'VerifyUserAttribute',
] as const

/** What reads the settings of a pool, a client and a user with AWS credentials; none changes them. */
export const settingsOperations = [
  'AdminGetUser',
  'DescribeUserPool',
  'DescribeUserPoolClient',
  'GetUserPoolMfaConfig',
] as const

/** The name of an operation, as X-Amz-Target has it after the dot. */
export type Operation = (typeof operations)[number] | (typeof settingsOperations)[number]

/** A JSON value whose strings may be secret. */
export type WireValue =
  | string
  | number
  | boolean
  | null
  | Secret
  | readonly WireValue[]
  | { readonly [key: string]: WireValue }

/** One call as it will be made: the operation, and the members of its input. */
export interface WireRequest {
  readonly operation: Operation
  readonly input: { readonly [member: string]: WireValue }
}
