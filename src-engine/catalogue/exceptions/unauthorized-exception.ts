import { defineException } from '../define-exception.ts'

export const unauthorizedException = defineException({
  name: 'UnauthorizedException',
  title: 'The app client is not accepted',
  operations: ['RevokeToken'],
  meaning:
    'RevokeToken does not accept the app client: its ID or its secret is wrong, or the token belongs to another client.',
  causes: [
    {
      cause: 'The app client has a secret, and ClientSecret is missing or wrong.',
      remedy: 'Send the secret itself: this call takes no hash.',
    },
    {
      cause: 'The refresh token was issued to another app client.',
      remedy: 'Call with the client that signed in.',
    },
  ],
  session: 'lost',
  retry: 'corrected',
  certainty: 'confirmed',
  texts: [],
})
