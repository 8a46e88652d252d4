import { act } from '../next-moves.ts'
import { textRule } from '../text-rule.ts'

export const refreshRevoked = textRule({
  code: 'AS1604',
  slug: 'token/refresh-revoked',
  title: 'The refresh token was revoked',
  meaning:
    'RevokeToken, GlobalSignOut or an administrator ended this sign-in before the token expired.',
  mended: 'Sign in again.',
  sources: ['MOTO'],
  next: () => [act('Sign in again', { do: 'retry', flow: 'USER_SRP_AUTH' })],
})
