import { act, advise } from '../next-moves.ts'
import { textRule } from '../text-rule.ts'

export const refreshReused = textRule({
  code: 'AS1606',
  slug: 'token/refresh-reused',
  title: 'The refresh token was replaced by rotation',
  meaning:
    'With rotation on, a refresh returns a new refresh token, and the old one becomes invalid after its grace period.',
  mended: 'Keep the refresh token of the newest response; refresh in one place only.',
  sources: ['API reference, RefreshTokenReuseException', 'aws-sdk-js-v3#7162', 'amplify-js#14396'],
  next: () => [
    advise('Replace the stored refresh token with the one that each refresh returns.'),
    act('Sign in again', { do: 'retry', flow: 'USER_SRP_AUTH' }),
  ],
})
