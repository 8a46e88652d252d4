import { defineException } from '../define-exception.ts'

export const unsupportedTokenTypeException = defineException({
  name: 'UnsupportedTokenTypeException',
  title: 'This is no refresh token',
  operations: ['RevokeToken'],
  meaning: 'RevokeToken takes refresh tokens alone; with one of them its access tokens end too.',
  causes: [
    {
      cause: 'An id or access token was sent.',
      remedy: 'Send the refresh token. For an access token alone there is GlobalSignOut.',
    },
  ],
  session: 'lost',
  retry: 'corrected',
  sure: 'confirmed',
  texts: [],
})
