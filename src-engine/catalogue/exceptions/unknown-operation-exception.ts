import { defineException } from '../define-exception.ts'

export const unknownOperationException = defineException({
  name: 'UnknownOperationException',
  title: 'This is not an operation of this service',
  operations: ['any'],
  meaning:
    'The call was refused before it reached the user pool. The header X-Amz-Target names no operation that the server knows.',
  causes: [
    {
      cause:
        'The endpoint belongs to another AWS service, or to a server that supports only part of Cognito.',
      remedy:
        'Check the endpoint; Cognito’s is cognito-idp.<region>.amazonaws.com (cognito-identity is another service).',
    },
  ],
  session: 'lost',
  retry: 'pointless',
  certainty: 'reported',
  texts: [],
})
