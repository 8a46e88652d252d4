import { srpProofFact } from '../../facts/srp-proof.ts'
import { factOf, sent } from '../evidence.ts'
import { act } from '../next-moves.ts'
import { inFact, inRequest } from '../place.ts'
import { defineRule } from '../rule.ts'

export const proofMessage = defineRule({
  code: 'AS1307',
  slug: 'srp/message',
  title: 'The signature does not match the values that were sent',
  meaning:
    'PASSWORD_CLAIM_SIGNATURE is an HMAC over the pool’s name, USER_ID_FOR_SRP, the decoded secret block and TIMESTAMP. Whatever was changed after signing makes it wrong.',
  recognised:
    'If the key of the exchange is known, the signature is computed again over the sent values; and the secret block is compared with the received one.',
  fix: 'Sign what is sent, and send what was signed.',
  excludedBy: 'A signature that is correct for the sent values, and the secret block as received.',
  sources: ['cognito-facts 3.3', 'vectors/srp-roundtrip-self.json'],
  look: (step) => {
    const signature = factOf(step, srpProofFact)?.signature
    const block = sent(step, 'PASSWORD_CLAIM_SECRET_BLOCK')
    const received = step.challengeParameters['SECRET_BLOCK']
    const next = [act('Sign in again with the answer that Authscope computes', { do: 'retry' })]
    if (block !== undefined && received !== undefined && block !== received)
      return {
        verdict: 'proved',
        title: 'PASSWORD_CLAIM_SECRET_BLOCK is not the received SECRET_BLOCK',
        evidence: [
          inRequest(step, 'PASSWORD_CLAIM_SECRET_BLOCK', block, 'Another secret block', received),
        ],
        next,
      }
    if (signature === undefined) return undefined
    const evidence = [
      inFact(step, srpProofFact, signature, `The signature is ${signature}`, 'right'),
    ]
    if (signature === 'right') return { verdict: 'excluded', evidence }
    const title =
      signature === 'of another message or key'
        ? 'The signature is not the one that was computed for this exchange'
        : `The signature was computed ${signature}`
    return { verdict: 'proved', title, evidence, next }
  },
})
