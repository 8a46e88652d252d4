import { defineChallenge, listParameter } from '../define-challenge.ts'

const labels: Readonly<Record<string, string>> = {
  SMS_MFA: 'Text message',
  SOFTWARE_TOKEN_MFA: 'Authenticator app',
  EMAIL_OTP: 'Email',
  EMAIL_MFA: 'Email (EMAIL_MFA in documentation; the service takes EMAIL_OTP)',
}

export const selectMfaType = defineChallenge({
  name: 'SELECT_MFA_TYPE',
  title: 'Choice of the second factor',
  why: 'The user has more than one second factor and prefers none, so Cognito asks which. SetUserMFAPreference with PreferredMfa avoids the question.',
  promptText: () => 'Which second factor should be used?',
  answered: 'Second factor chosen.',
  fields: (parameters) => [
    {
      name: 'ANSWER',
      label: 'Second factor',
      control: 'choice',
      sensitivity: 'public',
      required: true,
      sent: true,
      help: 'One of MFAS_CAN_CHOOSE.',
      choices: listParameter(parameters, 'MFAS_CAN_CHOOSE').map((value) => ({
        value,
        label: labels[value] ?? value,
      })),
    },
  ],
})
