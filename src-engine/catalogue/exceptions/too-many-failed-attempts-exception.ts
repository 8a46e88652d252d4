import { defineException } from '../define-exception.ts'

export const tooManyFailedAttemptsException = defineException({
  name: 'TooManyFailedAttemptsException',
  title: 'Too many wrong codes',
  operations: ['ConfirmSignUp', 'ConfirmForgotPassword'],
  meaning: 'Wrong codes came too often, so no code is taken for a while, not even the right one.',
  causes: [
    {
      cause: 'The code was guessed or mistyped several times.',
      remedy: 'Wait, ask for a new code, and enter that one.',
    },
    {
      cause: 'Codes of older messages were tried.',
      remedy: 'Only the newest counts: each request ends the code before it.',
    },
  ],
  session: 'lost',
  retry: 'later',
  sure: 'confirmed',
  texts: [],
})
