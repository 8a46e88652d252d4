import { defineException } from '../define-exception.ts'

export const throttlingException = defineException({
  name: 'ThrottlingException',
  title: 'Throttled',
  operations: ['any'],
  meaning:
    'The call was refused before it reached the user pool. Too many calls were made in a short time.',
  causes: [
    {
      cause: 'The rate limit of the account or the address is reached.',
      remedy: 'Wait, and retry with exponential backoff and jitter.',
    },
  ],
  session: 'kept',
  retry: 'later',
  certainty: 'reported',
  rules: ['AS1902'],
  texts: [],
})
