import { act, advise } from '../next-moves.ts'
import { textRule } from '../text-rule.ts'

export const refreshReused = textRule({
  code: 'AS1606',
  slug: 'token/refresh-reused',
  title: 'The refresh token was rotated out',
  meaning:
    'With rotation on, a refresh brings a new refresh token, and the old one is dead after its grace period.',
  mended: 'Keep the refresh token of the newest answer; let one place refresh.',
  sources: ['API reference, RefreshTokenReuseException', 'aws-sdk-js-v3#7162', 'amplify-js#14396'],
  next: () => [
    advise('Replace the stored refresh token by the one that each refresh brings.'),
    act('Sign in again', { do: 'retry', flow: 'USER_SRP_AUTH' }),
  ],
})
