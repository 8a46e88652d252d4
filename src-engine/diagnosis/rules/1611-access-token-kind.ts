import { accessTokenFact } from '../../facts/access-token.ts'
import { factOf } from '../evidence.ts'
import { act } from '../next-moves.ts'
import { inFact, refusalPlace } from '../place.ts'
import { defineRule } from '../rule.ts'

export const accessTokenKind = defineRule({
  code: 'AS1611',
  slug: 'token/access-kind',
  title: 'The sent string is not an access token of this pool',
  meaning:
    'Operations for a user take the access token: not the ID token, not one of another pool, and not a truncated one.',
  recognised: 'By token_use, iss and the form of the token, which are kept as a fact.',
  fix: 'Send the complete AccessToken of AuthenticationResult.',
  excludedBy: 'An access token of this pool.',
  sources: ['FS:37586621203', 'API reference, GetUser'],
  look: (step) => {
    const fact = factOf(step, accessTokenFact)
    const next = [act('Enter the access token again', { do: 'edit input', field: 'AccessToken' })]
    if (!fact) return { verdict: 'likely', evidence: [refusalPlace(step)], next }
    const { edges = 'clean', kind = '', pool = '' } = fact
    const place = (actual: string, text: string, expected: string) => [
      inFact(step, accessTokenFact, actual, text, expected),
    ]
    if (kind !== 'access token')
      return {
        verdict: 'proved',
        title: `What was sent as the access token is: ${kind}`,
        evidence: place(kind, `The text is: ${kind}`, 'access token'),
        next,
      }
    if (edges !== 'clean')
      return {
        verdict: 'proved',
        title: `The access token has ${edges}`,
        evidence: place(edges, `The access token has ${edges}`, 'clean'),
        next,
      }
    if (pool === 'another one')
      return {
        verdict: 'proved',
        title: 'The access token is from another user pool',
        evidence: place(pool, 'Its iss names another pool', 'this one'),
        next,
      }
    return { verdict: 'excluded', evidence: place(`${kind}, ${pool}`, 'It is an access token', '') }
  },
})
