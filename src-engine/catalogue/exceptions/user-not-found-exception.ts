import { defineException } from '../define-exception.ts'

export const userNotFoundException = defineException({
  name: 'UserNotFoundException',
  title: 'No such user',
  operations: ['InitiateAuth', 'RespondToAuthChallenge'],
  meaning:
    'The pool has no such user, and the app client allows Cognito to say so (PreventUserExistenceErrors=LEGACY).',
  causes: [
    {
      cause: 'The name has a typo, or the user is in another pool.',
      remedy: 'Look the user up: aws cognito-idp list-users --filter.',
    },
  ],
  session: 'lost',
  retry: 'corrected',
  certainty: 'confirmed',
  rules: ['AS1114'],
  texts: [
    {
      messagePattern: 'user does not exist',
      title: 'No such user',
      meaning: 'The pool has no user with this name or alias.',
      causes: [
        {
          cause: 'The name has a typo, or the user is in another pool.',
          remedy: 'Look the user up: aws cognito-idp list-users --filter \'username ^= "…"\'.',
        },
        {
          cause: 'An alias was typed that is not verified.',
          remedy:
            'An email address or phone number works as an alias once it is verified; use the username.',
        },
        {
          cause: 'The pool is case-sensitive, and the name was typed in another case.',
          remedy: 'See UsernameConfiguration.CaseSensitive; it cannot be changed later.',
        },
      ],
      rules: ['AS1105', 'AS1114'],
      certainty: 'confirmed',
    },
    {
      messagePattern: 'username/client id combination not found',
      title: 'No such user',
      meaning: 'The pool of this app client has no user with this name.',
      causes: [
        {
          cause: 'The name has a typo, or the client belongs to another pool.',
          remedy: 'Compare both: aws cognito-idp admin-get-user, describe-user-pool-client.',
        },
      ],
      rules: ['AS1115'],
      certainty: 'confirmed',
    },
  ],
})
