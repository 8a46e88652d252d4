import { defineException } from '../define-exception.ts'

export const operationNotEnabledException = defineException({
  name: 'OperationNotEnabledException',
  title: 'The operation is not enabled',
  operations: ['InitiateAuth', 'RespondToAuthChallenge'],
  meaning: 'This call is not available at this endpoint for this pool.',
  causes: [
    {
      cause: 'The endpoint is a secondary region of a multi-region pool.',
      remedy: 'Call the primary region, or enable the secondary one.',
    },
    {
      cause: 'The feature that the call needs is off.',
      remedy: 'Check it in aws cognito-idp describe-user-pool.',
    },
  ],
  session: 'lost',
  retry: 'pointless',
  certainty: 'confirmed',
  texts: [],
})
