import { explainFailure } from '../../catalogue/explain-failure.ts'
import { act, advise } from '../next-moves.ts'
import { inResponse } from '../place.ts'
import { defineRule } from '../rule.ts'

export const noAnswer = defineRule({
  code: 'AS2000',
  slug: 'network/no-answer',
  title: 'Cognito did not respond',
  meaning: 'The connection failed, or something other than Cognito answered.',
  recognised: 'By the connection error, or by the form of the response.',
  fix: 'The next moves come from the catalogue of failures.',
  excludedBy: 'A more precise cause.',
  sources: ['Node.js, error codes'],
  look: (step) => {
    const { answer } = step
    if (answer?.kind !== 'failed' && answer?.kind !== 'unreadable') return undefined
    const code = answer.kind === 'failed' ? answer.code : answer.reason
    if (code === 'cancelled') return undefined
    const message = answer.kind === 'failed' ? answer.message : answer.detail
    const { causes, meaning, title } = explainFailure({ code })
    return {
      verdict: 'proved',
      title,
      evidence: [inResponse(step, code, message, meaning)],
      next: [
        ...causes.slice(0, 2).map(({ cause, remedy }) => advise(`${cause} ${remedy}`)),
        act('Try again', { do: 'retry' }),
      ],
    }
  },
})
