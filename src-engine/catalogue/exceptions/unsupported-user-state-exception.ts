import { defineException } from '../define-exception.ts'

export const unsupportedUserStateException = defineException({
  name: 'UnsupportedUserStateException',
  title: 'The user is in another state',
  operations: ['AdminCreateUser', 'ResendConfirmationCode'],
  meaning: 'What was asked for does not go with the state that the user is in.',
  causes: [
    {
      cause: 'A temporary password is to be sent again to a user who has set one of their own.',
      remedy: 'AdminResetUserPassword or ForgotPassword is for them.',
    },
    {
      cause: 'The user comes from an identity provider.',
      remedy: 'Such a user has no password in the pool.',
    },
  ],
  session: 'lost',
  retry: 'corrected',
  sure: 'confirmed',
  texts: [],
})
