import { defineException } from '../define-exception.ts'

export const codeDeliveryFailureException = defineException({
  name: 'CodeDeliveryFailureException',
  title: 'The code could not be sent',
  operations: [
    'SignUp',
    'ForgotPassword',
    'ResendConfirmationCode',
    'UpdateUserAttributes',
    'GetUserAttributeVerificationCode',
  ],
  meaning:
    'Cognito created a code, but Amazon SES, SNS or the custom sender did not accept the message. The call may still have had its effect: check before sending it again.',
  causes: [
    {
      cause: 'Amazon SES is still in its sandbox, or the sender’s identity is not verified.',
      remedy:
        'Verify the address or domain in SES, in the region that the pool names, and request production access.',
    },
    {
      cause: 'SMS is in its sandbox, has no origination number or no spending limit left.',
      remedy: 'Check the account’s SMS settings in SNS or End User Messaging.',
    },
    {
      cause: 'A CustomEmailSender or CustomSMSSender trigger failed.',
      remedy: 'Read its log in CloudWatch.',
    },
  ],
  session: 'lost',
  retry: 'later',
  certainty: 'confirmed',
  texts: [],
})
