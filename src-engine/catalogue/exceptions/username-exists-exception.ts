import { defineException } from '../define-exception.ts'

export const usernameExistsException = defineException({
  name: 'UsernameExistsException',
  title: 'The user already exists',
  operations: ['SignUp', 'ConfirmDevice'],
  meaning:
    'The pool already has a user with this name, email address or phone number. It may be the same person.',
  causes: [
    {
      cause: 'The person signed up before, and perhaps never confirmed it.',
      remedy:
        'Call ResendConfirmationCode and ConfirmSignUp, or ForgotPassword if they are confirmed.',
    },
    {
      cause: 'The names differ only in case, and the pool is not case-sensitive.',
      remedy: 'Sign in with the name as it is.',
    },
    {
      cause:
        'PreventUserExistenceErrors=ENABLED does not hide this: SignUp still says that a name is taken.',
      remedy: 'Tell the user that a message was sent, whatever the response.',
    },
  ],
  session: 'lost',
  retry: 'corrected',
  certainty: 'confirmed',
  texts: [
    {
      messagePattern: 'user already exists',
      title: 'The username is taken',
      meaning: 'A user of this name is in the pool.',
      causes: [
        {
          cause: 'The person has signed up before.',
          remedy: 'Confirm that sign-up, or use ForgotPassword.',
        },
        {
          cause: 'A test created the user earlier.',
          remedy: 'Delete the user, or use a separate name for each test.',
        },
      ],
      rules: ['AS1118'],
      certainty: 'confirmed',
    },
    {
      messagePattern: /^an account with the given \S+ already exists/,
      title: 'The email address or phone number is taken',
      meaning:
        'A user with this email address or phone number is in the pool, in which it has to be unique.',
      causes: [
        {
          cause: 'The person has signed up before.',
          remedy: 'Sign in with it, or use ForgotPassword.',
        },
        {
          cause: 'An administrator or an identity provider created the user.',
          remedy: 'Look: aws cognito-idp list-users --filter \'email = "…"\'.',
        },
      ],
      rules: ['AS1118'],
      certainty: 'confirmed',
    },
  ],
})
