import { defineException } from '../define-exception.ts'

export const throttlingException = defineException({
  name: 'ThrottlingException',
  title: 'Slowed down',
  operations: ['any'],
  meaning:
    'The call was refused before it reached the user pool. Too many calls came in a short time.',
  causes: [
    {
      cause: 'The account’s or the address’s rate is used up.',
      remedy: 'Wait, and send again with growing, random pauses.',
    },
  ],
  session: 'kept',
  retry: 'later',
  sure: 'reported',
  rules: ['AS1902'],
  texts: [],
})
