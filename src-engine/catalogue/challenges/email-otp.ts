import { defineChallenge } from '../define-challenge.ts'
import { codeField } from '../field.ts'

export const emailOtp = defineChallenge({
  name: 'EMAIL_OTP',
  title: 'Code by email',
  why: 'Either the second factor after a password, with six digits, or in USER_AUTH the first and only one, with eight. Documentation also says EMAIL_MFA; the service accepts only EMAIL_OTP. A client that hides unknown users gets this challenge for an unknown username, and no code is sent.',
  promptText: ({ CODE_DELIVERY_DESTINATION: to }) =>
    to ? `A code was sent to ${to} by email.` : 'A code was sent by email.',
  answered: 'Code from the email sent.',
  // Only the second factor comes after Cognito has said whom it is about.
  fields: ({ USER_ID_FOR_SRP: secondFactor }) => [
    secondFactor === undefined
      ? codeField('EMAIL_OTP_CODE', 8, 'Eight digits, from the newest message.')
      : codeField('EMAIL_OTP_CODE', 6, 'Six digits, from the newest message.'),
  ],
})
