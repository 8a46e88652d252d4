import { advise } from '../next-moves.ts'
import { inResponse } from '../place.ts'
import { defineRule } from '../rule.ts'

export const rotationOn = defineRule({
  code: 'AS2303',
  slug: 'finding/rotation-on',
  title: 'Refresh token rotation is on: the used token becomes invalid soon',
  meaning: 'The refresh returned a new refresh token; the old one works only for the grace period.',
  recognised: 'A refresh token in the response to a refresh.',
  fix: 'Keep the new one, everywhere.',
  excludedBy: 'A refresh that returns no refresh token.',
  sources: ['API reference, RefreshTokenRotation', 'amplify-js#14481'],
  look: (step) => {
    const refreshed =
      step.operation === 'GetTokensFromRefreshToken' || step.flow.startsWith('REFRESH_TOKEN')
    if (!refreshed || step.answer?.kind !== 'tokens') return undefined
    const token = step.answer.tokens.find(({ use }) => use === 'refresh')
    if (!token) return undefined
    return {
      verdict: 'proved',
      evidence: [inResponse(step, 'RefreshToken', token.mark, 'A new refresh token was returned')],
      next: [advise('Store the new refresh token instead of the old one.')],
    }
  },
})
