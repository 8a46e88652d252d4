import { factAmong } from '../../facts/facts-of.ts'
import { refreshHistoryFact } from '../../facts/refresh-history.ts'
import { act, advise } from '../next-moves.ts'
import { inFact, refusalPlace } from '../place.ts'
import { defineRule } from '../rule.ts'

export const refreshReused = defineRule({
  code: 'AS1606',
  slug: 'token/refresh-reused',
  title: 'The refresh token was replaced by rotation',
  meaning:
    'With rotation on, a refresh returns a new refresh token, and the old one becomes invalid after its grace period.',
  recognised:
    'RefreshTokenReuseException, or an earlier run that refreshed with this token and got a new one.',
  mended: 'Keep the refresh token of the newest response; refresh in one place only.',
  excludedBy: 'Another exception, where no earlier run refreshed with this token.',
  sources: ['API reference, RefreshTokenReuseException', 'aws-sdk-js-v3#7162', 'amplify-js#14396'],
  look: (step, { known }) => {
    const replacedMs = factAmong(known, refreshHistoryFact)?.replacedMs ?? 0
    if (replacedMs === 0 && step.refusal?.error !== 'RefreshTokenReuseException') return undefined
    const ago = `${String(Math.round(replacedMs / 1000))} s`
    return {
      verdict: 'proved',
      ...(replacedMs > 0 && {
        title: `Another run refreshed with this token ${ago} ago, and got a new one`,
      }),
      evidence: [
        refusalPlace(step),
        ...(replacedMs > 0
          ? [
              inFact(
                { number: 0 },
                refreshHistoryFact,
                replacedMs,
                `Another run got a new refresh token for this one ${ago} earlier`,
              ),
            ]
          : []),
      ],
      next: [
        advise('Replace the stored refresh token with the one that each refresh returns.'),
        act('Sign in again', { do: 'retry', flow: 'USER_SRP_AUTH' }),
      ],
    }
  },
})
