import { defineException } from '../define-exception.ts'

export const refreshTokenReuseException = defineException({
  name: 'RefreshTokenReuseException',
  title: 'A used-up refresh token',
  operations: ['GetTokensFromRefreshToken'],
  meaning:
    'Rotation is on: this refresh token was traded for a new one before, and its grace period is over.',
  causes: [
    {
      cause:
        'The application kept the old token instead of the one that came with the last refresh.',
      remedy: 'Keep RefreshToken of every answer, before anything else is done with it.',
    },
    {
      cause: 'Two tabs, processes or devices refresh with the same token.',
      remedy:
        'Let one of them refresh, or give the rotation a grace period (RetryGracePeriodSeconds, up to 60).',
    },
    {
      cause: 'The token was stolen, and somebody else has used it.',
      remedy: 'RevokeToken or GlobalSignOut, and sign in again.',
    },
  ],
  session: 'lost',
  retry: 'pointless',
  sure: 'confirmed',
  rules: ['AS1606'],
  texts: [],
})
