import { defineException } from '../define-exception.ts'

export const tooManyRequestsException = defineException({
  name: 'TooManyRequestsException',
  title: 'Too many requests',
  operations: ['InitiateAuth', 'RespondToAuthChallenge'],
  meaning:
    'The account’s quota for this kind of call in this region is used up for the moment. The sign-in itself was not checked.',
  causes: [
    {
      cause:
        'All applications of the account together call too often, since sign-in calls share one quota.',
      remedy: 'Wait, and retry with exponential backoff and jitter.',
    },
    {
      cause: 'A loop or a test signs in far too often.',
      remedy: 'Check CallCount in CloudWatch, and reuse tokens until they expire.',
    },
    {
      cause: 'The quota is too small for the load.',
      remedy: 'Raise it in Service Quotas, under Amazon Cognito User Pools, UserAuthentication.',
    },
  ],
  session: 'kept',
  retry: 'later',
  certainty: 'confirmed',
  rules: ['AS1902'],
  texts: [],
})
