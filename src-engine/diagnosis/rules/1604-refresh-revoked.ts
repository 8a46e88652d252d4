import { factAmong } from '../../facts/facts-of.ts'
import { refreshHistoryFact } from '../../facts/refresh-history.ts'
import { act } from '../next-moves.ts'
import { inFact, refusalPlace } from '../place.ts'
import { defineRule } from '../rule.ts'

export const refreshRevoked = defineRule({
  code: 'AS1604',
  slug: 'token/refresh-revoked',
  title: 'The refresh token was revoked',
  meaning:
    'RevokeToken, GlobalSignOut or an administrator ended this sign-in before the token expired.',
  recognised: 'The service says so, or an earlier run signed the user out or revoked this token.',
  fix: 'Sign in again.',
  excludedBy: 'Another message, where no earlier run ended the sign-in.',
  sources: ['MOTO'],
  look: (step, { known }) => {
    const endedMs = factAmong(known, refreshHistoryFact)?.endedMs ?? 0
    const isSaid = /revoked/i.test(step.refusal?.message ?? '')
    if (endedMs === 0 && !isSaid) return undefined
    const ago = `${String(Math.round(endedMs / 1000))} s`
    return {
      verdict: 'proved',
      ...(endedMs > 0 && { title: `The refresh token was revoked here ${ago} ago` }),
      evidence: [
        refusalPlace(step),
        ...(endedMs > 0
          ? [
              inFact(
                { number: 0 },
                refreshHistoryFact,
                endedMs,
                `Another run ended the sign-in of this token ${ago} earlier`,
              ),
            ]
          : []),
      ],
      next: [act('Sign in again', { do: 'retry', flow: 'USER_SRP_AUTH' })],
    }
  },
})
