import { act } from '../next-moves.ts'
import { textRule } from '../text-rule.ts'

export const accessRevoked = textRule({
  code: 'AS1615',
  slug: 'token/access-revoked',
  title: 'The access token was revoked',
  meaning:
    'GlobalSignOut, RevokeToken or a revoked session ended the sign-in that issued the token. A verifier that checks only the signature still accepts it until it expires.',
  fix: 'Sign in again.',
  sources: ['API reference, GlobalSignOut'],
  next: () => [act('Sign in again', { do: 'retry', flow: 'USER_SRP_AUTH' })],
})
