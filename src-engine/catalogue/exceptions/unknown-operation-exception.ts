import { defineException } from '../define-exception.ts'

export const unknownOperationException = defineException({
  name: 'UnknownOperationException',
  title: 'This is not an operation of this service',
  operations: ['any'],
  meaning:
    'The call was refused before it reached the user pool: its headers X-Amz-Target and Content-Type name no operation that the server knows.',
  causes: [
    {
      cause: 'X-Amz-Target names no operation, or one that does not exist.',
      remedy: 'Send X-Amz-Target: AWSCognitoIdentityProviderService. and the operation.',
    },
    {
      cause:
        'The endpoint belongs to another AWS service, or to a server that supports only part of Cognito.',
      remedy:
        'Check the endpoint; Cognito’s is cognito-idp.<region>.amazonaws.com (cognito-identity is another service).',
    },
    {
      cause: 'The Content-Type of the request is not application/x-amz-json-1.1.',
      remedy: 'Send Content-Type: application/x-amz-json-1.1, not application/json.',
    },
  ],
  session: 'lost',
  retry: 'pointless',
  certainty: 'reported',
  texts: [],
  rules: ['AS2210'],
})
