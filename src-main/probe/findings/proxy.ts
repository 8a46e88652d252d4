import type { ProbeFinding } from '../probe-finding.ts'

export const proxy: ProbeFinding = {
  id: 'proxy',
  title: 'The calls go through a proxy',
  read: ({ answers, proxy: address }) => {
    if (address !== undefined) return { verdict: 'yes', reason: `Through ${address}.` }
    for (const answer of answers.values())
      if (answer.kind === 'failed')
        return {
          verdict: answer.code === 'proxy' ? 'yes' : 'unknown',
          reason: answer.message,
        }
    return { verdict: 'no', reason: 'The connections were direct.' }
  },
}
