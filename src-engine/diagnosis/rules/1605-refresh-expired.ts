import { act, readClient } from '../next-moves.ts'
import { textRule } from '../text-rule.ts'

export const refreshExpired = textRule({
  code: 'AS1605',
  slug: 'token/refresh-expired',
  title: 'The refresh token has expired',
  meaning: 'It is older than RefreshTokenValidity of the app client, 30 days by default.',
  fix: 'Sign in again; increase the validity if it is too short.',
  sources: ['API reference, RefreshTokenValidity'],
  next: (_, evidence) => [
    act('Sign in again', { do: 'retry', flow: 'USER_SRP_AUTH' }),
    readClient(evidence),
  ],
})
