import { defineException } from '../define-exception.ts'

export const internalErrorException = defineException({
  name: 'InternalErrorException',
  title: 'Cognito failed',
  operations: ['InitiateAuth', 'RespondToAuthChallenge'],
  meaning: 'The service itself failed (status 500). This says nothing about the request.',
  causes: [
    {
      cause: 'A temporary failure of the service.',
      remedy: 'Send it again after a moment; then see the AWS Health Dashboard for the region.',
    },
  ],
  session: 'kept',
  retry: 'later',
  certainty: 'confirmed',
  texts: [],
})
