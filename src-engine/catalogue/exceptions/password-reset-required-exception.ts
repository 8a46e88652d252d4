import { defineException } from '../define-exception.ts'

export const passwordResetRequiredException = defineException({
  name: 'PasswordResetRequiredException',
  title: 'The password must be reset',
  operations: ['InitiateAuth', 'RespondToAuthChallenge'],
  meaning:
    'The user’s status is RESET_REQUIRED. Cognito does not say whether the password was right.',
  causes: [
    {
      cause: 'An administrator called AdminResetUserPassword.',
      remedy:
        'Run ForgotPassword and ConfirmForgotPassword, or aws cognito-idp admin-set-user-password --permanent.',
    },
    {
      cause: 'The user was imported from a CSV file.',
      remedy: 'The same: every imported user resets the password once.',
    },
  ],
  session: 'lost',
  retry: 'pointless',
  certainty: 'confirmed',
  rules: ['AS1112'],
  texts: [
    {
      messagePattern: 'password reset required for the user',
      title: 'The password must be reset',
      meaning: 'The user’s status is RESET_REQUIRED, set by an administrator or by an import.',
      causes: [
        {
          cause: 'An administrator called AdminResetUserPassword.',
          remedy:
            'Run ForgotPassword and ConfirmForgotPassword, or aws cognito-idp admin-set-user-password --permanent.',
        },
        {
          cause: 'The user was imported from a CSV file.',
          remedy: 'The same: every imported user resets the password once.',
        },
      ],
      rules: ['AS1112'],
      certainty: 'reported',
    },
  ],
})
