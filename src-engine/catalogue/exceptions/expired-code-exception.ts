import { defineException } from '../define-exception.ts'

export const expiredCodeException = defineException({
  name: 'ExpiredCodeException',
  title: 'The code has expired',
  operations: ['RespondToAuthChallenge'],
  meaning: 'The code cannot be used any more. The session takes another one.',
  causes: [
    {
      cause: 'The code is too old, was used already, or was never asked for.',
      remedy: 'Ask for a new one by starting the sign-in again.',
    },
  ],
  session: 'kept',
  retry: 'corrected',
  sure: 'confirmed',
  rules: ['AS1509'],
  texts: [
    {
      says: 'invalid code provided, please request a code again',
      title: 'The code has expired',
      meaning: 'The code is too old, was used already, or none was asked for.',
      causes: [
        { cause: 'The code was entered too late.', remedy: 'Start over, which sends a new one.' },
        {
          cause: 'The code was used already, or replaced by a newer one.',
          remedy: 'Use the newest message.',
        },
      ],
      rules: ['AS1509'],
      sure: 'reported',
    },
    {
      says: 'your software token has already been used once',
      title: 'This code was used already',
      meaning: 'An authenticator’s code works once, and this one already did.',
      causes: [
        {
          cause: 'The same code was just used, to set the authenticator up or to sign in.',
          remedy:
            'Wait for the next code (at most 30 seconds) and enter that; the session is still good.',
        },
        {
          cause: 'Two sign-ins of the same user ran at the same time.',
          remedy: 'Let each wait for a code of its own.',
        },
      ],
      rules: ['AS1503'],
      sure: 'confirmed',
    },
  ],
})
