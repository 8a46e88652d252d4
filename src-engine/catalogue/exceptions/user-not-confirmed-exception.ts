import { defineException } from '../define-exception.ts'

export const userNotConfirmedException = defineException({
  name: 'UserNotConfirmedException',
  title: 'The user is not confirmed',
  operations: ['InitiateAuth', 'RespondToAuthChallenge'],
  meaning: 'The password is right, but the user has signed up without confirming.',
  causes: [
    {
      cause: 'The confirmation code was never entered.',
      remedy: 'ConfirmSignUp with the code; ResendConfirmationCode sends a new one.',
    },
    {
      cause: 'The message with the code did not arrive.',
      remedy:
        'aws cognito-idp admin-confirm-sign-up, and look at the pool’s email or SMS settings.',
    },
  ],
  session: 'lost',
  retry: 'pointless',
  certainty: 'confirmed',
  rules: ['AS1111'],
  texts: [
    {
      messagePattern: 'user is not confirmed',
      title: 'The user is not confirmed',
      meaning: 'The password is right; the sign-up was never confirmed.',
      causes: [
        {
          cause: 'The confirmation code was never entered.',
          remedy: 'ConfirmSignUp with the code; ResendConfirmationCode sends a new one.',
        },
        {
          cause: 'The message with the code did not arrive.',
          remedy:
            'aws cognito-idp admin-confirm-sign-up, and look at the pool’s email or SMS settings.',
        },
      ],
      rules: ['AS1111'],
      certainty: 'reported',
    },
  ],
})
