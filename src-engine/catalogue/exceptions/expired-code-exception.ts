import { defineException } from '../define-exception.ts'

export const expiredCodeException = defineException({
  name: 'ExpiredCodeException',
  title: 'The code has expired',
  operations: ['RespondToAuthChallenge'],
  meaning: 'The code can no longer be used. You can try another in the same session.',
  causes: [
    {
      cause: 'The code is too old, was already used, or was never requested.',
      remedy: 'Request a new one by starting the sign-in again.',
    },
  ],
  session: 'kept',
  retry: 'corrected',
  certainty: 'confirmed',
  rules: ['AS1509'],
  texts: [
    {
      messagePattern: 'invalid code provided, please request a code again',
      title: 'The code has expired',
      meaning: 'The code is too old, was already used, or was never requested.',
      causes: [
        { cause: 'The code was entered too late.', remedy: 'Start over, which sends a new one.' },
        {
          cause: 'The code was already used, or replaced by a newer one.',
          remedy: 'Use the newest message.',
        },
      ],
      rules: ['AS1509'],
      certainty: 'reported',
    },
    {
      messagePattern: 'your software token has already been used once',
      title: 'This code was already used',
      meaning: 'An authenticator’s code works once, and this one was already used.',
      causes: [
        {
          cause: 'The same code was just used to set up the authenticator or to sign in.',
          remedy:
            'Wait for the next code (at most 30 seconds) and enter it; the session is still valid.',
        },
        {
          cause: 'Two sign-ins of the same user ran at the same time.',
          remedy: 'Use a separate code for each.',
        },
      ],
      rules: ['AS1503'],
      certainty: 'confirmed',
    },
  ],
})
