import { defineException } from '../define-exception.ts'

export const unrecognizedClientException = defineException({
  name: 'UnrecognizedClientException',
  title: 'The credentials are not known',
  operations: ['any'],
  meaning:
    'The call was refused before it reached the user pool. It carries AWS credentials that the service does not know.',
  causes: [
    {
      cause: 'Credentials of another partition or expired ones came with the call.',
      remedy: 'Public sign-in calls need none; leave them out.',
    },
    {
      cause: 'A local server stands for Cognito and wants some.',
      remedy: 'Give it any, as its manual says.',
    },
  ],
  session: 'lost',
  retry: 'pointless',
  sure: 'reported',
  texts: [],
})
