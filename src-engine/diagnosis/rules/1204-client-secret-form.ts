import { clientSecretFact } from '../../facts/client-secret.ts'
import { secretHashFact } from '../../facts/secret-hash.ts'
import { factOf } from '../evidence.ts'
import { act } from '../next-moves.ts'
import { inFact } from '../place.ts'
import { defineRule } from '../rule.ts'

export const clientSecretForm = defineRule({
  code: 'AS1204',
  slug: 'client/secret-form',
  title: 'The client secret contains characters that no client secret has',
  meaning:
    'A line break, a space or quotation marks from a file or a shell become part of the key, so the hash is wrong.',
  recognised: 'By the form of the secret; client secrets are letters, digits, “_” and “+”.',
  fix: 'Remove what surrounds it: `printf %s` instead of `echo`, `tr -d "\\n"`.',
  excludedBy: 'A secret of only letters, digits, “_” and “+”.',
  sources: ['API reference, ClientSecretType (`[\\w+]+`, 1 to 64)'],
  look: (step) => {
    const secret = factOf(step, clientSecretFact)
    const hash = factOf(step, secretHashFact)
    const next = [act('Correct the client secret', { do: 'edit profile', field: 'clientSecret' })]
    if (hash?.computation?.includes('the secret'))
      return {
        verdict: 'proved',
        title: `SECRET_HASH was computed ${hash.computation}`,
        evidence: [
          inFact(
            step,
            secretHashFact,
            hash.computation,
            `SECRET_HASH is right only ${hash.computation}`,
            'standard',
          ),
        ],
        next,
      }
    if (secret?.form === undefined) return undefined
    const { edges = 'clean', form } = secret
    if (form === 'possible')
      return {
        verdict: 'excluded',
        evidence: [
          inFact(step, clientSecretFact, form, 'The secret has the form of a client secret'),
        ],
      }
    return {
      verdict: 'proved',
      ...(edges !== 'clean' && { title: `The client secret has ${edges}` }),
      evidence: [
        inFact(
          step,
          clientSecretFact,
          edges === 'clean' ? form : edges,
          edges === 'clean'
            ? 'The secret contains characters that no client secret has'
            : `The client secret has ${edges}`,
          'clean',
        ),
      ],
      next,
    }
  },
})
