import { srpProofFact } from '../../facts/srp-proof.ts'
import { factOf } from '../evidence.ts'
import { act, advise } from '../next-moves.ts'
import { inFact, refusalPlace } from '../place.ts'
import { defineRule } from '../rule.ts'

export const proofArithmetic = defineRule({
  code: 'AS1304',
  slug: 'srp/arithmetic',
  title: 'The SRP computation of the client is wrong',
  meaning:
    'Padding, k, u, the key derivation or the hash of the password differ from Cognito’s. With wrong padding about half of all sign-ins fail.',
  recognised:
    'The key of a foreign client is not known, so there is no evidence for or against it. The practice pool can name the error: pool --srp-xray.',
  fix: 'Compare each value of the computation with those of Authscope, in the order of the computation.',
  excludedBy: 'A proof that Authscope computed: its signature is checked against what was sent.',
  sources: ['floci#912', 'cognito-srp#8', 'RFC 5054'],
  look: (step) => {
    if (step.challenge !== 'PASSWORD_VERIFIER') return undefined
    const signature = factOf(step, srpProofFact)?.signature
    if (signature === 'right')
      return {
        verdict: 'excluded',
        evidence: [
          inFact(
            step,
            srpProofFact,
            signature,
            'Authscope computed the proof, and sent it unchanged',
          ),
        ],
      }
    if (signature !== undefined) return undefined
    return {
      verdict: 'possible',
      evidence: [refusalPlace(step)],
      next: [
        act('Sign in here with the same password', { do: 'retry' }),
        advise(
          'Let the client sign in to the practice pool with --srp-xray, which names the error.',
        ),
      ],
    }
  },
})
