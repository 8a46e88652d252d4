import { defineException } from '../define-exception.ts'

export const aliasExistsException = defineException({
  name: 'AliasExistsException',
  title: 'The alias belongs to another user',
  operations: ['RespondToAuthChallenge'],
  meaning: 'The email address or phone number is already another user’s alias.',
  causes: [
    {
      cause: 'The attribute in the answer is the verified alias of another user.',
      remedy: 'Use another value, or free it: aws cognito-idp list-users --filter \'email = "…"\'.',
    },
  ],
  session: 'lost',
  retry: 'corrected',
  certainty: 'confirmed',
  rules: ['AS1117'],
  texts: [
    {
      messagePattern: /^an account with the (given )?(email|phone_number) already exists/,
      title: 'The alias belongs to another user',
      meaning: 'Another user of the pool signs in with this email address or phone number.',
      causes: [
        {
          cause:
            'The same person has two users, such as one by sign-up and one by an identity provider.',
          remedy: 'Link them (admin-link-provider-for-user), or delete one.',
        },
        {
          cause: 'The address was taken over from another user.',
          remedy: 'Use another value, or take it off that user first.',
        },
      ],
      rules: ['AS1117'],
      certainty: 'confirmed',
    },
  ],
})
