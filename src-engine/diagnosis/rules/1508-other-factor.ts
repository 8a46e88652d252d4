import { act, advise } from '../next-moves.ts'
import { inRequest, inResponse } from '../place.ts'
import { defineRule } from '../rule.ts'

export const otherFactor = defineRule({
  code: 'AS1508',
  slug: 'code/other-factor',
  title: 'A different challenge was answered than was requested',
  meaning:
    'The Session of a challenge accepts an answer only to that challenge: after SELECT_MFA_TYPE, to the chosen one.',
  recognised: 'ChallengeName of the answer compared with that of the challenge.',
  fix: 'Answer the challenge of the newest response.',
  excludedBy: 'The same ChallengeName in both.',
  sources: ['amplify-js#11069'],
  look: (step, { steps }) => {
    const named = step.request['ChallengeName']
    const newest = steps.findLast(
      ({ answer, number }) => number < step.number && answer?.kind === 'challenged',
    )
    if (typeof named !== 'string' || newest?.answer?.kind !== 'challenged') return undefined
    const { challenge } = newest.answer
    const evidence = [
      inResponse(newest, 'ChallengeName', challenge, 'What was requested'),
      inRequest(step, 'ChallengeName', named, 'What was answered', challenge),
    ]
    if (named === challenge) return { verdict: 'excluded', evidence }
    return {
      verdict: 'proved',
      title: `${challenge} was requested, and ${named} was answered`,
      evidence,
      next: [
        act('Start again', { do: 'retry' }),
        advise(`In the application: answer with ChallengeName=${challenge}.`),
      ],
    }
  },
})
