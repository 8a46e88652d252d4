import { defineException } from '../define-exception.ts'

export const unsupportedOperationException = defineException({
  name: 'UnsupportedOperationException',
  title: 'Unsupported operation',
  operations: ['InitiateAuth'],
  meaning: 'Cognito does not support this call for this user pool or app client.',
  causes: [
    {
      cause: 'The feature that the call needs is not set up for this app client.',
      remedy: 'Compare the flow and its parameters with aws cognito-idp describe-user-pool-client.',
    },
  ],
  session: 'lost',
  retry: 'pointless',
  certainty: 'confirmed',
  texts: [],
})
