import { challenges } from '../../catalogue/challenges/index.ts'
import { isObject } from '../json-object.ts'
import { act, advise } from '../next-moves.ts'
import { inRequest } from '../place.ts'
import { defineRule } from '../rule.ts'

export const codeKey = defineRule({
  code: 'AS1507',
  slug: 'code/key',
  title: 'The answer uses the key of another factor',
  meaning:
    'Each challenge has its own key: SMS_MFA_CODE, SOFTWARE_TOKEN_MFA_CODE, EMAIL_OTP_CODE. The challenge for email MFA is EMAIL_OTP; EMAIL_MFA is not a challenge name.',
  recognised: 'The keys of ChallengeResponses compared with those of the challenge.',
  fix: 'Answer with the key that belongs to ChallengeName.',
  excludedBy: 'The key of the challenge.',
  sources: ['amplify-js#11069', 'aws-sdk-js-v3#6720'],
  look: (step) => {
    const responses = step.request['ChallengeResponses']
    const named = step.request['ChallengeName']
    if (!isObject(responses) || typeof named !== 'string') return undefined
    const taken =
      challenges
        .get(named)
        ?.fields(step.challengeParameters)
        .map(({ name }) => name) ?? []
    const sent = Object.keys(responses)
    const codes = sent.filter((key) => /_CODE$|^ANSWER$/.test(key))
    const [other] = codes.filter((key) => !taken.includes(key))
    const expected = taken.find((key) => /_CODE$|^ANSWER$/.test(key))
    if (expected === undefined) return undefined
    if (other === undefined || codes.includes(expected))
      return codes.length === 0
        ? undefined
        : {
            verdict: 'excluded',
            evidence: [
              inRequest(step, codes.join(', '), '', `${named} takes ${expected}`, expected),
            ],
          }
    return {
      verdict: 'proved',
      title: `${named} was answered with ${other} instead of ${expected}`,
      evidence: [inRequest(step, other, '', `The answer has the key ${other}`, expected)],
      next: [
        act('Start again', { do: 'retry' }),
        advise(`In the application: send the code as ${expected}.`),
      ],
    }
  },
})
