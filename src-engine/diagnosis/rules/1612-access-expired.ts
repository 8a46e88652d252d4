import { accessTokenFact } from '../../facts/access-token.ts'
import { factOf } from '../evidence.ts'
import { act } from '../next-moves.ts'
import { inFact, refusalPlace } from '../place.ts'
import { defineRule } from '../rule.ts'

export const accessExpired = defineRule({
  code: 'AS1612',
  slug: 'token/access-expired',
  title: 'The access token has expired',
  meaning: 'It has expired: one hour after it was issued, unless AccessTokenValidity is set.',
  recognised: 'The service says so; exp of the token compared with the time of the call.',
  fix: 'Refresh the tokens, and call with the new access token.',
  excludedBy: 'Another message.',
  sources: ['API reference, AccessTokenValidity'],
  look: (step) => {
    const expired = factOf(step, accessTokenFact)?.expiredMs ?? 0
    const minutes = Math.round(expired / 60_000)
    return {
      verdict: 'proved',
      ...(expired > 0 && { title: `The access token expired ${String(minutes)} min ago` }),
      evidence: [
        refusalPlace(step),
        ...(expired > 0
          ? [
              inFact(
                step,
                accessTokenFact,
                `${String(minutes)} min`,
                'exp is before the time of the call',
                'after it',
              ),
            ]
          : []),
      ],
      next: [act('Refresh the tokens', { do: 'retry', flow: 'REFRESH_TOKEN_AUTH' })],
    }
  },
})
