import { defineException } from '../define-exception.ts'

export const unsupportedUserStateException = defineException({
  name: 'UnsupportedUserStateException',
  title: 'The user is in another state',
  operations: ['AdminCreateUser', 'ResendConfirmationCode'],
  meaning: 'The call is not possible in the user’s current state.',
  causes: [
    {
      cause: 'A temporary password cannot be sent again to a user who has already set a password.',
      remedy: 'Use AdminResetUserPassword or ForgotPassword.',
    },
    {
      cause: 'The user comes from an identity provider.',
      remedy: 'Such a user has no password in the pool.',
    },
  ],
  session: 'lost',
  retry: 'corrected',
  certainty: 'confirmed',
  texts: [],
})
