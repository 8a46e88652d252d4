import { factAmong } from '../../facts/facts-of.ts'
import { historyFact } from '../../facts/history.ts'
import { srpProofFact } from '../../facts/srp-proof.ts'
import { factOf } from '../evidence.ts'
import { act, awsCli, clientOption, poolOption } from '../next-moves.ts'
import { inFact, refusalPlace } from '../place.ts'
import { defineRule } from '../rule.ts'

export const poolOfProof = defineRule({
  code: 'AS1305',
  slug: 'srp/pool-id',
  title: 'The user pool ID is not that of the app client',
  meaning:
    'The pool’s name, which is the part of its ID after the “_”, is hashed into the proof. The client ID alone decides which pool answers, so a wrong pool ID has no other effect.',
  recognised: 'No response names the pool; tokens of the same client do, in iss.',
  fix: 'Take the pool ID from the page on which the app client is listed.',
  excludedBy:
    'Tokens of this client and this pool in the same trace, or an earlier sign-in by SRP.',
  sources: ['aws-sdk-android-samples#75', 'cognito-srp-helper 2.3 (pool ID without region)'],
  look: (step, evidence) => {
    if (step.challenge !== 'PASSWORD_VERIFIER') return undefined
    const signature = factOf(step, srpProofFact)?.signature
    // What is signed was not what Cognito checks: the pool ID has nothing to do with it.
    if (signature !== undefined && signature !== 'right') return undefined
    const { target } = evidence
    const history = factAmong(evidence.known, historyFact)
    if (history?.proofForPool === 'accepted')
      return {
        verdict: 'excluded',
        evidence: [
          inFact(
            { number: 0 },
            historyFact,
            'accepted',
            'A proof for this user pool ID was accepted before',
          ),
        ],
      }
    return {
      verdict: 'possible',
      evidence: [
        refusalPlace(step),
        ...(signature === 'right'
          ? [
              inFact(
                step,
                srpProofFact,
                signature,
                `The proof contains the pool’s name of ${target?.userPoolId ?? 'the profile'}`,
              ),
            ]
          : []),
      ],
      next: [
        act('Edit the profile’s user pool ID', { do: 'edit profile', field: 'userPoolId' }),
        awsCli(evidence, 'describe-user-pool-client', {
          ...poolOption(evidence),
          ...clientOption(evidence),
        }),
      ],
    }
  },
})
