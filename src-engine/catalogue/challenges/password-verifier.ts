import { poolName } from '../../srp/pool-name.ts'
import { srpProof } from '../srp-proof.ts'
import { defineChallenge } from '../define-challenge.ts'
import { proofFields } from '../proof-fields.ts'
import { answerEnds, customRound } from '../trigger-sequence.ts'

export const passwordVerifier = defineChallenge({
  name: 'PASSWORD_VERIFIER',
  title: 'Proof of the password',
  why: 'Cognito has sent its half of the SRP exchange. The answer is an HMAC over pool, user, secret block and time, with a key that both sides derive only if the password is right.',
  promptText: () => 'Cognito requires the proof of the password within a few seconds.',
  answered: 'Proof of the password sent, not the password itself.',
  triggers: (flow) => (flow === 'CUSTOM_AUTH' ? customRound(false) : answerEnds),
  fields: () => proofFields,
  automatic: {
    by: 'srp',
    answer: (context) => {
      const { client, known, username } = context
      if (!known.password) return { missing: 'The password is needed to compute the proof.' }
      if (!client.userPoolId.includes('_'))
        return {
          missing: 'The proof contains the pool’s name: enter the user pool ID (<region>_<name>).',
        }
      return srpProof(context, {
        identity: { group: poolName(client.userPoolId), name: username },
        password: known.password,
        called: { group: 'the pool’s name, after the “_” of its ID', name: 'USER_ID_FOR_SRP' },
      })
    },
  },
})
