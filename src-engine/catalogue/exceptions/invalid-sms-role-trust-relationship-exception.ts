import { defineException } from '../define-exception.ts'

export const invalidSmsRoleTrustRelationshipException = defineException({
  name: 'InvalidSmsRoleTrustRelationshipException',
  title: 'The SMS role does not trust Cognito',
  operations: ['InitiateAuth', 'RespondToAuthChallenge'],
  meaning:
    'Cognito tried to send a text message, and cannot assume the role for it. No code was sent.',
  causes: [
    {
      cause: 'The role’s trust policy lacks cognito-idp.amazonaws.com.',
      remedy: 'Add sts:AssumeRole for that service to the role in SmsConfiguration.SnsCallerArn.',
    },
    {
      cause: 'The external ID in the trust policy is not that of the pool.',
      remedy: 'Make sts:ExternalId equal SmsConfiguration.ExternalId.',
    },
  ],
  session: 'lost',
  retry: 'pointless',
  certainty: 'confirmed',
  texts: [
    {
      messagePattern: 'role does not have a trust relationship allowing cognito to assume the role',
      title: 'The SMS role does not trust Cognito',
      meaning:
        'The role exists, and its trust policy does not let Cognito assume it. No code was sent.',
      causes: [
        {
          cause: 'The role’s trust policy lacks cognito-idp.amazonaws.com.',
          remedy:
            'Add sts:AssumeRole for that service to the role in SmsConfiguration.SnsCallerArn.',
        },
        {
          cause: 'The external ID in the trust policy is not that of the pool.',
          remedy: 'Make sts:ExternalId equal SmsConfiguration.ExternalId.',
        },
      ],
      certainty: 'reported',
    },
  ],
})
