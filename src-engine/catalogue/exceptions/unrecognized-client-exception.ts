import { defineException } from '../define-exception.ts'

export const unrecognizedClientException = defineException({
  name: 'UnrecognizedClientException',
  title: 'The credentials are not known',
  operations: ['any'],
  meaning:
    'The call was refused before it reached the user pool. The service does not know its AWS credentials.',
  causes: [
    {
      cause: 'The call was signed with credentials of another partition, or with expired ones.',
      remedy: 'Public sign-in calls need none: remove them.',
    },
    {
      cause: 'A local server that imitates Cognito requires credentials.',
      remedy: 'Use any credentials, as its manual says.',
    },
  ],
  session: 'lost',
  retry: 'pointless',
  certainty: 'reported',
  texts: [],
})
