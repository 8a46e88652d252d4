import type { AccountOperation, AccountOperationName } from '../define-operation.ts'
import { associateSoftwareToken } from './associate-software-token.ts'
import { changePassword } from './change-password.ts'
import { completeWebAuthnRegistration } from './complete-web-authn-registration.ts'
import { confirmDevice } from './confirm-device.ts'
import { confirmForgotPassword } from './confirm-forgot-password.ts'
import { confirmSignUp } from './confirm-sign-up.ts'
import { deleteUser } from './delete-user.ts'
import { deleteUserAttributes } from './delete-user-attributes.ts'
import { deleteWebAuthnCredential } from './delete-web-authn-credential.ts'
import { forgetDevice } from './forget-device.ts'
import { forgotPassword } from './forgot-password.ts'
import { getClientToken } from './get-client-token.ts'
import { getDevice } from './get-device.ts'
import { getTokensFromRefreshToken } from './get-tokens-from-refresh-token.ts'
import { getUser } from './get-user.ts'
import { getUserAttributeVerificationCode } from './get-user-attribute-verification-code.ts'
import { getUserAuthFactors } from './get-user-auth-factors.ts'
import { globalSignOut } from './global-sign-out.ts'
import { listDevices } from './list-devices.ts'
import { listUserSessions } from './list-user-sessions.ts'
import { listWebAuthnCredentials } from './list-web-authn-credentials.ts'
import { resendConfirmationCode } from './resend-confirmation-code.ts'
import { revokeToken } from './revoke-token.ts'
import { revokeUserSession } from './revoke-user-session.ts'
import { setUserMfaPreference } from './set-user-mfa-preference.ts'
import { setUserSettings } from './set-user-settings.ts'
import { signUp } from './sign-up.ts'
import { startWebAuthnRegistration } from './start-web-authn-registration.ts'
import { updateAuthEventFeedback } from './update-auth-event-feedback.ts'
import { updateDeviceStatus } from './update-device-status.ts'
import { updateUserAttributes } from './update-user-attributes.ts'
import { verifySoftwareToken } from './verify-software-token.ts'
import { verifyUserAttribute } from './verify-user-attribute.ts'

const all = [
  signUp,
  confirmSignUp,
  resendConfirmationCode,
  forgotPassword,
  confirmForgotPassword,
  changePassword,
  getUser,
  updateUserAttributes,
  getUserAttributeVerificationCode,
  verifyUserAttribute,
  deleteUserAttributes,
  deleteUser,
  getUserAuthFactors,
  setUserMfaPreference,
  setUserSettings,
  associateSoftwareToken,
  verifySoftwareToken,
  confirmDevice,
  listDevices,
  getDevice,
  updateDeviceStatus,
  forgetDevice,
  startWebAuthnRegistration,
  completeWebAuthnRegistration,
  listWebAuthnCredentials,
  deleteWebAuthnCredential,
  getTokensFromRefreshToken,
  revokeToken,
  getClientToken,
  globalSignOut,
  listUserSessions,
  revokeUserSession,
  updateAuthEventFeedback,
] as const

/** Every operation around a sign-in by its name, in the order in which they are offered. */
export const accountOperations: ReadonlyMap<string, AccountOperation> = new Map(
  all.map((operation) => [operation.name, operation]),
)

/** Fails the type check when the list of operations has one that is not described. */
export const everyOperationIsDescribed: Record<(typeof all)[number]['name'], true> extends Record<
  AccountOperationName,
  true
>
  ? true
  : never = true
