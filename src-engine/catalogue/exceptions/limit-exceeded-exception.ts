import { defineException } from '../define-exception.ts'

export const limitExceededException = defineException({
  name: 'LimitExceededException',
  title: 'Too many attempts for this user',
  operations: [
    'ForgotPassword',
    'ConfirmForgotPassword',
    'ChangePassword',
    'SignUp',
    'ConfirmSignUp',
    'ResendConfirmationCode',
    'GetUserAttributeVerificationCode',
    'VerifyUserAttribute',
    'StartWebAuthnRegistration',
    'CompleteWebAuthnRegistration',
    'ListWebAuthnCredentials',
    'DeleteWebAuthnCredential',
  ],
  meaning:
    'A service limit for this user or for the pool is reached. Other users are not affected.',
  causes: [
    {
      cause: 'Codes were requested, or wrong ones sent, too often for one user.',
      remedy: 'Wait up to an hour, and then use only the newest code.',
    },
    {
      cause: 'The pool sends with Cognito’s default email sender, which allows 50 messages a day.',
      remedy: 'Configure the pool to send with Amazon SES (EmailSendingAccount=DEVELOPER).',
    },
    {
      cause: 'The user has the maximum number of passkeys.',
      remedy: 'ListWebAuthnCredentials shows them; delete one that is not used.',
    },
  ],
  session: 'lost',
  retry: 'later',
  certainty: 'confirmed',
  rules: ['AS1903'],
  texts: [
    {
      messagePattern: 'attempt limit exceeded, please try after some time',
      title: 'Too many attempts for this user',
      meaning:
        'ForgotPassword, a code or a password was tried too often for one user. The limit is between 5 and 20 per hour, depending on the risk.',
      causes: [
        {
          cause: 'A loop or a test requests codes repeatedly.',
          remedy: 'Wait up to an hour; in tests, use a separate user for each case.',
        },
        {
          cause: 'Wrong codes were sent several times.',
          remedy: 'Wait, request one new code, and enter it.',
        },
      ],
      rules: ['AS1903'],
      certainty: 'confirmed',
    },
    {
      messagePattern: 'exceeded daily email limit for the operation or the account',
      title: 'The daily email limit is reached',
      meaning:
        'The pool sends with Cognito’s default email sender, and its messages for today are used up.',
      causes: [
        {
          cause: 'More than 50 messages a day were sent by Cognito itself.',
          remedy: 'Use Amazon SES in the pool’s email configuration, or wait until tomorrow.',
        },
      ],
      certainty: 'reported',
    },
  ],
})
