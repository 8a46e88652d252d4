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
    'Cognito made a code, but Amazon SES, SNS or the custom sender did not take the message. What was called for may have been done already: look before it is sent again.',
  causes: [
    {
      cause: 'Amazon SES is still in its sandbox, or the sender’s identity is not verified.',
      remedy:
        'Verify the address or domain in SES, in the region that the pool names, and ask for production access.',
    },
    {
      cause: 'SMS is in its sandbox, has no origination number or no spending limit left.',
      remedy: 'Look at the SMS settings of the account in SNS or End User Messaging.',
    },
    {
      cause: 'A CustomEmailSender or CustomSMSSender trigger failed.',
      remedy: 'Read its log in CloudWatch.',
    },
  ],
  session: 'lost',
  retry: 'later',
  sure: 'confirmed',
  texts: [],
})
