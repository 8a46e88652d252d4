import type { RequestFault } from '../define-request-fault.ts'

/** The name that the documentation's text has, and the service has not. */
export const emailMfaAsName: RequestFault = {
  name: 'email-mfa-as-name',
  title: 'EMAIL_MFA as the challenge name',
  provokes: 'InvalidParameterException',
  make: (request) =>
    request.input['ChallengeName'] === 'EMAIL_OTP'
      ? { ...request, input: { ...request.input, ChallengeName: 'EMAIL_MFA' } }
      : undefined,
}
