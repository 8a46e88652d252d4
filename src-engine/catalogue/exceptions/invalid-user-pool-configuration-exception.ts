import { defineException } from '../define-exception.ts'

export const invalidUserPoolConfigurationException = defineException({
  name: 'InvalidUserPoolConfigurationException',
  title: 'The pool is set up wrongly',
  operations: ['InitiateAuth', 'RespondToAuthChallenge'],
  meaning: 'The pool’s settings contradict one another, so this call cannot be carried out.',
  causes: [
    {
      cause:
        'A trigger, a sender or an MFA setting names something that does not exist or may not be used.',
      remedy:
        'Go through aws cognito-idp describe-user-pool and get-user-pool-mfa-config; CloudTrail holds the refused call.',
    },
  ],
  session: 'lost',
  retry: 'pointless',
  sure: 'confirmed',
  texts: [],
})
