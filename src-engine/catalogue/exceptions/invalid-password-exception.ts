import { defineException } from '../define-exception.ts'

export const invalidPasswordException = defineException({
  name: 'InvalidPasswordException',
  title: 'The new password breaks the policy',
  operations: ['RespondToAuthChallenge'],
  meaning:
    'The password does not follow the pool’s password policy. You can try another in the same session.',
  causes: [
    {
      cause: 'The password is too short, or lacks a required kind of character.',
      remedy: 'See Policies.PasswordPolicy in aws cognito-idp describe-user-pool.',
    },
  ],
  session: 'kept',
  retry: 'corrected',
  certainty: 'confirmed',
  rules: ['AS2501', 'AS2203'],
  texts: [
    {
      messagePattern: /^password did not conform with policy: (.+)/,
      title: 'The new password breaks the policy',
      meaning: 'The message says after “policy:” what is missing.',
      causes: [
        {
          cause: 'Length or a kind of character (uppercase, lowercase, number, symbol) is missing.',
          remedy:
            'Choose another; the rules are in Policies.PasswordPolicy of describe-user-pool. Spaces at the ends count against it.',
        },
      ],
      rules: ['AS2203'],
      certainty: 'reported',
    },
  ],
})
