import { secretHashFact } from '../../facts/secret-hash.ts'
import { factOf, sent } from '../evidence.ts'
import { act, advise } from '../next-moves.ts'
import { inFact, inRequest } from '../place.ts'
import { defineRule } from '../rule.ts'

export const secretHashName = defineRule({
  code: 'AS1202',
  slug: 'client/secret-hash-name',
  title: 'SECRET_HASH was computed over another name than the request’s USERNAME',
  meaning:
    'Cognito computes the hash over the USERNAME of the same request. In a challenge answer that is USER_ID_FOR_SRP, not the alias that was typed.',
  recognised:
    'If the client secret is known, the hash is computed over every name in the sign-in and compared.',
  fix: 'Compute it over USERNAME exactly as it is sent.',
  excludedBy: 'A hash that is correct for the USERNAME that was sent.',
  sources: ['laravel-aws-cognito-auth#26', 'dart-2#161', 'alexrudd/cognito-srp'],
  look: (step) => {
    const fact = factOf(step, secretHashFact)
    const username = sent(step, 'USERNAME', 'Username')
    if (!fact || username === undefined || fact.secret === 'unknown') return undefined
    const { over = '' } = fact
    if (over === 'the name sent')
      return {
        verdict: 'excluded',
        evidence: [
          inFact(step, secretHashFact, over, 'SECRET_HASH is computed over the request’s USERNAME'),
        ],
      }
    if (over === 'no name that is known') return undefined
    return {
      verdict: 'proved',
      title: `SECRET_HASH was computed over ${over}, not over the request’s USERNAME`,
      evidence: [
        inFact(step, secretHashFact, over, `SECRET_HASH is over ${over}`, 'the name sent'),
        inRequest(step, 'USERNAME', username, 'What Cognito computes the hash over'),
      ],
      next: [
        act('Sign in again with the hash that Authscope computes', {
          do: 'retry',
          without: 'SECRET_HASH',
        }),
        advise('In the application: compute SECRET_HASH again for each call, over its USERNAME.'),
      ],
    }
  },
})
