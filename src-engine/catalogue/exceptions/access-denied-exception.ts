import { defineException } from '../define-exception.ts'

export const accessDeniedException = defineException({
  name: 'AccessDeniedException',
  title: 'Access denied',
  operations: ['any'],
  meaning: 'The call was refused before it reached the user pool. A policy denies it.',
  causes: [
    {
      cause: 'A VPC endpoint policy or a proxy in between denies the call.',
      remedy: 'Check the endpoint’s policy, and who answered (response headers).',
    },
    {
      cause: 'AWS credentials came with the call and are not allowed to make it.',
      remedy:
        'An administrator’s sign-in needs cognito-idp:AdminInitiateAuth and cognito-idp:AdminRespondToAuthChallenge on the user pool. Public calls need no credentials: leave them out.',
    },
  ],
  session: 'lost',
  retry: 'pointless',
  certainty: 'reported',
  texts: [],
})
