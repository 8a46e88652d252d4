import { defineException } from '../define-exception.ts'

export const refreshTokenReuseException = defineException({
  name: 'RefreshTokenReuseException',
  title: 'A used refresh token',
  operations: ['GetTokensFromRefreshToken'],
  meaning:
    'Rotation is on: this refresh token was already exchanged for a new one, and its grace period is over.',
  causes: [
    {
      cause: 'The application kept the old token instead of the one from the last refresh.',
      remedy: 'Store RefreshToken of every response before doing anything else.',
    },
    {
      cause: 'Two tabs, processes or devices refresh with the same token.',
      remedy:
        'Let one of them refresh, or give the rotation a grace period (RetryGracePeriodSeconds, up to 60).',
    },
    {
      cause: 'The token was stolen, and somebody else has used it.',
      remedy: 'Call RevokeToken or GlobalSignOut, and sign in again.',
    },
  ],
  session: 'lost',
  retry: 'pointless',
  certainty: 'confirmed',
  rules: ['AS1606'],
  texts: [],
})
