import { defineException } from '../define-exception.ts'

export const unsupportedTokenTypeException = defineException({
  name: 'UnsupportedTokenTypeException',
  title: 'This is not a refresh token',
  operations: ['RevokeToken'],
  meaning: 'RevokeToken accepts only refresh tokens; it also revokes their access tokens.',
  causes: [
    {
      cause: 'An ID or access token was sent.',
      remedy: 'Send the refresh token. With only an access token, use GlobalSignOut.',
    },
  ],
  session: 'lost',
  retry: 'corrected',
  certainty: 'confirmed',
  texts: [],
})
