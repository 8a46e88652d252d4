import { sent } from '../evidence.ts'
import { act, advise } from '../next-moves.ts'
import { inRequest, inResponse } from '../place.ts'
import { defineRule } from '../rule.ts'

export const usernameOfProof = defineRule({
  code: 'AS1303',
  slug: 'srp/username-of-proof',
  title: 'The proof was sent for another USERNAME than USER_ID_FOR_SRP',
  meaning:
    'Cognito expects the proof, USERNAME and SECRET_HASH to use USER_ID_FOR_SRP of the challenge, which differs from the typed alias.',
  recognised: 'USERNAME of the answer compared with USER_ID_FOR_SRP of the challenge.',
  fix: 'Use USER_ID_FOR_SRP in USERNAME, in the proof and in SECRET_HASH.',
  excludedBy: 'USERNAME that is USER_ID_FOR_SRP.',
  sources: ['pycognito#78', 'cognito-srp-helper 2.3 (isHashed)', 'MOTO-V'],
  look: (step, { steps }) => {
    const expected = step.challengeParameters['USER_ID_FOR_SRP']
    const username = sent(step, 'USERNAME')
    if (expected === undefined || username === undefined) return undefined
    const asking = steps.findLast(
      ({ answer, number }) => number < step.number && answer?.kind === 'challenged',
    )
    const evidence = [
      ...(asking
        ? [inResponse(asking, 'USER_ID_FOR_SRP', expected, 'What Cognito asked for')]
        : []),
      inRequest(step, 'USERNAME', username, 'What the proof was sent with', expected),
    ]
    if (username === expected) return { verdict: 'excluded', evidence }
    return {
      verdict: 'proved',
      evidence,
      next: [
        act('Sign in again with the answer that Authscope computes', { do: 'retry' }),
        advise('In the application: answer with USERNAME = USER_ID_FOR_SRP, also in the proof.'),
      ],
    }
  },
})
