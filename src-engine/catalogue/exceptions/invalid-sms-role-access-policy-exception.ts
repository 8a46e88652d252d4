import { defineException } from '../define-exception.ts'

export const invalidSmsRoleAccessPolicyException = defineException({
  name: 'InvalidSmsRoleAccessPolicyException',
  title: 'The SMS role lacks a permission',
  operations: ['InitiateAuth', 'RespondToAuthChallenge'],
  meaning:
    'Cognito tried to send a text message, and its role does not allow it. No code was sent.',
  causes: [
    {
      cause: 'The IAM role for text messages does not allow sns:Publish.',
      remedy: 'Add it to the role in SmsConfiguration.SnsCallerArn of describe-user-pool.',
    },
  ],
  session: 'lost',
  retry: 'pointless',
  certainty: 'confirmed',
  texts: [],
})
