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
    'A limit of the service for this user, or of the pool, is reached. Others are not held up by it.',
  causes: [
    {
      cause: 'Codes were asked for, or wrong ones sent, too often for one user.',
      remedy: 'Wait up to an hour, and then use the newest code alone.',
    },
    {
      cause: 'The pool sends with Cognito’s own mail sender, which takes 50 messages a day.',
      remedy: 'Set the pool to send with Amazon SES (EmailSendingAccount=DEVELOPER).',
    },
    {
      cause: 'The user has as many passkeys as one can have.',
      remedy: 'ListWebAuthnCredentials shows them; delete one that is not used.',
    },
  ],
  session: 'lost',
  retry: 'later',
  sure: 'confirmed',
  rules: ['AS1903'],
  texts: [
    {
      says: 'attempt limit exceeded, please try after some time',
      title: 'Too many attempts for this user',
      meaning:
        'ForgotPassword, a code or a password was tried too often for one user. The limit lies between 5 and 20 in an hour, by how risky it looks.',
      causes: [
        {
          cause: 'A loop or a test asks for codes again and again.',
          remedy: 'Wait up to an hour; in tests use a user of its own for each case.',
        },
        {
          cause: 'Wrong codes were sent several times.',
          remedy: 'Wait, ask for one new code, and enter that.',
        },
      ],
      rules: ['AS1903'],
      sure: 'confirmed',
    },
    {
      says: 'exceeded daily email limit for the operation or the account',
      title: 'The daily mail limit is reached',
      meaning:
        'The pool sends with Cognito’s own mail sender, and its messages for today are used up.',
      causes: [
        {
          cause: 'More than 50 messages a day are sent by Cognito itself.',
          remedy: 'Use Amazon SES in the pool’s email configuration, or wait until tomorrow.',
        },
      ],
      sure: 'reported',
    },
  ],
})
