import { refusalText } from '../probe-call.ts'
import type { ProbeFinding } from '../probe-finding.ts'

export const clientExists: ProbeFinding = {
  id: 'client',
  title: 'The app client exists in this region',
  read: ({ answers, region }) => {
    const all = [...answers.values()]
    const unknown = all.map(refusalText).find((text) => /client .*does not exist/i.test(text))
    if (unknown !== undefined) return { verdict: 'no', reason: `${unknown} Asked in ${region}.` }
    if (all.some(({ kind }) => kind === 'refused' || kind === 'challenged'))
      return { verdict: 'yes', reason: `It was answered in ${region}.` }
    return { verdict: 'unknown', reason: 'No call was answered by Cognito.' }
  },
}
