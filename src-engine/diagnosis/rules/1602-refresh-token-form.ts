import { refreshTokenFact } from '../../facts/refresh-token.ts'
import { factOf } from '../evidence.ts'
import { act } from '../next-moves.ts'
import { inFact } from '../place.ts'
import { defineRule } from '../rule.ts'

export const refreshTokenForm = defineRule({
  code: 'AS1602',
  slug: 'token/refresh-form',
  title: 'The sent string is not a complete refresh token',
  meaning:
    'A refresh token of Cognito has five parts separated by full stops, the last with 22 characters. Id and access tokens have three parts, and cannot be used to refresh.',
  recognised: 'By the form of the token, which is kept as a fact.',
  fix: 'Use the complete RefreshToken of AuthenticationResult, without a line break.',
  excludedBy: 'A string with the form of a complete refresh token.',
  sources: ['aws-sdk-java-v2#3418', 'cognito-facts 7.2'],
  look: (step) => {
    const fact = factOf(step, refreshTokenFact)
    if (fact?.kind === undefined) return undefined
    const { edges = 'clean', kind } = fact
    const next = [
      act('Enter the refresh token again', { do: 'edit input', field: 'REFRESH_TOKEN' }),
    ]
    if (kind === 'refresh token' && edges === 'clean')
      return {
        verdict: 'excluded',
        evidence: [
          inFact(step, refreshTokenFact, kind, 'It has the form of a complete refresh token'),
        ],
      }
    const what =
      kind === 'refresh token' ? `a refresh token with ${edges}` : `a text of another kind: ${kind}`
    return {
      verdict: 'proved',
      title:
        kind === 'refresh token'
          ? `The refresh token has ${edges}`
          : `What was sent as the refresh token is: ${kind}`,
      evidence: [
        inFact(
          step,
          refreshTokenFact,
          `${kind}, ${edges}`,
          `It is ${what}`,
          'refresh token, clean',
        ),
      ],
      next,
    }
  },
})
