import { defineException } from '../define-exception.ts'

export const invalidEmailRoleAccessPolicyException = defineException({
  name: 'InvalidEmailRoleAccessPolicyException',
  title: 'Email cannot be sent',
  operations: ['InitiateAuth', 'RespondToAuthChallenge'],
  meaning: 'Cognito tried to send an email, and SES does not allow it. No code was sent.',
  causes: [
    {
      cause: 'The SES identity’s policy does not let Cognito send from it.',
      remedy:
        'See EmailConfiguration.SourceArn, and allow cognito-idp.amazonaws.com ses:SendEmail there.',
    },
    {
      cause: 'The SES identity is not verified, or in another region than the pool allows.',
      remedy: 'aws sesv2 get-email-identity --email-identity <address>.',
    },
  ],
  session: 'lost',
  retry: 'pointless',
  certainty: 'confirmed',
  texts: [],
})
