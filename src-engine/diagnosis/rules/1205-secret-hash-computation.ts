import { secretHashFact } from '../../facts/secret-hash.ts'
import { factOf } from '../evidence.ts'
import { advise } from '../next-moves.ts'
import { inFact } from '../place.ts'
import { defineRule } from '../rule.ts'

export const secretHashComputation = defineRule({
  code: 'AS1205',
  slug: 'client/secret-hash-computation',
  title: 'SECRET_HASH was computed or encoded in another way than Cognito’s',
  meaning:
    'The hash is base64(HMAC-SHA256(key: client secret, message: username + client ID)), in standard base64 of 44 characters.',
  recognised:
    'If the client secret is known, the common errors are computed and compared; otherwise by the form of the hash.',
  fix: 'Compute it as above.',
  excludedBy: 'A hash that was computed in Cognito’s way.',
  sources: ['Developer guide, “Computing secret hash values”', 'vectors/secret-hash.json'],
  look: (step) => {
    const fact = factOf(step, secretHashFact)
    if (!fact) return undefined
    const { computation = '', form = '' } = fact
    const next = [
      advise(
        'Compute base64(HMAC-SHA256(client secret, username + client ID)) in standard base64.',
      ),
    ]
    if (computation === 'standard')
      return {
        verdict: 'excluded',
        evidence: [
          inFact(step, secretHashFact, computation, 'SECRET_HASH is computed in Cognito’s way'),
        ],
      }
    if (/^(in|client)/.test(computation))
      return {
        verdict: 'proved',
        title: `SECRET_HASH was computed or encoded differently: ${computation}`,
        evidence: [
          inFact(step, secretHashFact, computation, `SECRET_HASH is ${computation}`, 'standard'),
        ],
        next,
      }
    if (form !== 'other') return undefined
    return {
      verdict: 'proved',
      title: 'SECRET_HASH is not base64 of 32 bytes',
      evidence: [
        inFact(step, secretHashFact, form, 'SECRET_HASH has another form', 'base64 of 32 bytes'),
      ],
      next,
    }
  },
})
