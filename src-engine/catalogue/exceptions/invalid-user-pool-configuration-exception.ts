import { defineException } from '../define-exception.ts'

export const invalidUserPoolConfigurationException = defineException({
  name: 'InvalidUserPoolConfigurationException',
  title: 'The pool is misconfigured',
  operations: ['InitiateAuth', 'RespondToAuthChallenge'],
  meaning: 'The pool’s settings contradict each other, so this call cannot be performed.',
  causes: [
    {
      cause:
        'A trigger, a sender or an MFA setting names something that does not exist or cannot be used.',
      remedy:
        'Check aws cognito-idp describe-user-pool and get-user-pool-mfa-config; CloudTrail has the refused call.',
    },
  ],
  session: 'lost',
  retry: 'pointless',
  certainty: 'confirmed',
  texts: [],
})
