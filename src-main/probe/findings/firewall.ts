import { refusalText } from '../probe-call.ts'
import type { ProbeFinding } from '../probe-finding.ts'

export const firewall: ProbeFinding = {
  id: 'firewall',
  title: 'A firewall refuses calls',
  read: ({ answers }) => {
    for (const answer of answers.values()) {
      const text = refusalText(answer)
      if (text.startsWith('ForbiddenException')) return { verdict: 'yes', reason: text }
      if (answer.kind === 'unreadable') return { verdict: 'yes', reason: answer.detail }
    }
    return answers.size > 0
      ? { verdict: 'no', reason: 'None of these calls was refused by one.' }
      : { verdict: 'unknown', reason: 'No call was made.' }
  },
}
