import { defineException } from '../define-exception.ts'

export const passwordHistoryPolicyViolationException = defineException({
  name: 'PasswordHistoryPolicyViolationException',
  title: 'The password was used before',
  operations: ['RespondToAuthChallenge'],
  meaning:
    'The pool remembers former passwords, and this is one of them. You can try another in the same session.',
  causes: [
    {
      cause: 'The new password is among the last ones (PasswordHistorySize).',
      remedy: 'Choose one that was not used before.',
    },
  ],
  session: 'kept',
  retry: 'corrected',
  certainty: 'confirmed',
  texts: [
    {
      messagePattern: 'password has previously been used',
      title: 'The password was used before',
      meaning: 'The pool remembers former passwords, and this is one of them.',
      causes: [
        {
          cause: 'The new password is among the last ones (PasswordHistorySize).',
          remedy: 'Choose one that was not used before.',
        },
      ],
      rules: ['AS2204'],
      certainty: 'reported',
    },
  ],
})
