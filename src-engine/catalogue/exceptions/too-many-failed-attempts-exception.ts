import { defineException } from '../define-exception.ts'

export const tooManyFailedAttemptsException = defineException({
  name: 'TooManyFailedAttemptsException',
  title: 'Too many wrong codes',
  operations: ['ConfirmSignUp', 'ConfirmForgotPassword'],
  meaning:
    'Wrong codes were sent too often, so no code is accepted for a while, not even the right one.',
  causes: [
    {
      cause: 'The code was guessed or mistyped several times.',
      remedy: 'Wait, request a new code, and enter it.',
    },
    {
      cause: 'Codes from older messages were tried.',
      remedy: 'Only the newest is valid: each request invalidates the code before it.',
    },
  ],
  session: 'lost',
  retry: 'later',
  certainty: 'confirmed',
  texts: [],
})
