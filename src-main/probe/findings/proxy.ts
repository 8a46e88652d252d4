import type { ProbeFinding } from '../probe-finding.ts'

export const proxy: ProbeFinding = {
  id: 'proxy',
  title: 'The calls go through a proxy',
  read: ({ answers, proxy: address }) => {
    if (address !== undefined) return { verdict: 'yes', says: `Through ${address}.` }
    for (const answer of answers.values())
      if (answer.kind === 'failed')
        return {
          verdict: answer.code === 'proxy' ? 'yes' : 'unknown',
          says: answer.message,
        }
    return { verdict: 'no', says: 'The connections were direct.' }
  },
}
