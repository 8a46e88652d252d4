import { defineException } from '../define-exception.ts'

export const usernameExistsException = defineException({
  name: 'UsernameExistsException',
  title: 'There is such a user already',
  operations: ['SignUp', 'ConfirmDevice'],
  meaning:
    'The pool has a user with this name, email address or phone number already. The one who signs up may be the same person.',
  causes: [
    {
      cause: 'The person has signed up before, and perhaps never confirmed it.',
      remedy:
        'ResendConfirmationCode and ConfirmSignUp, or ForgotPassword where they are confirmed.',
    },
    {
      cause: 'The name differs in capital letters alone, and the pool takes no account of them.',
      remedy: 'Sign in with the name as it is.',
    },
    {
      cause:
        'With PreventUserExistenceErrors=ENABLED one could expect this to be hidden; SignUp says it all the same where the name is taken.',
      remedy: 'Say in the application that a message was sent, whichever answer came.',
    },
  ],
  session: 'lost',
  retry: 'corrected',
  sure: 'confirmed',
  texts: [
    {
      says: 'user already exists',
      title: 'The username is taken',
      meaning: 'A user of this name is in the pool.',
      causes: [
        {
          cause: 'The person has signed up before.',
          remedy: 'Confirm that sign-up, or use ForgotPassword.',
        },
        {
          cause: 'A test made the user earlier.',
          remedy: 'Delete the user, or take a name of its own for each test.',
        },
      ],
      rules: ['AS1118'],
      sure: 'confirmed',
    },
    {
      says: /^an account with the given \S+ already exists/,
      title: 'The email address or phone number is taken',
      meaning:
        'A user with this email address or phone number is in the pool, in which it has to be unique.',
      causes: [
        {
          cause: 'The person has signed up before.',
          remedy: 'Sign in with it, or use ForgotPassword.',
        },
        {
          cause: 'An administrator or an identity provider made the user.',
          remedy: 'Look: aws cognito-idp list-users --filter \'email = "…"\'.',
        },
      ],
      rules: ['AS1118'],
      sure: 'confirmed',
    },
  ],
})
