import { refusalText } from '../probe-call.ts'
import type { ProbeFinding } from '../probe-finding.ts'

export const firewall: ProbeFinding = {
  id: 'firewall',
  title: 'A firewall refuses calls',
  read: ({ answers }) => {
    for (const answer of answers.values()) {
      const text = refusalText(answer)
      if (text.startsWith('ForbiddenException')) return { verdict: 'yes', says: text }
      if (answer.kind === 'unreadable') return { verdict: 'yes', says: answer.detail }
    }
    return answers.size > 0
      ? { verdict: 'no', says: 'None of these calls was refused by one.' }
      : { verdict: 'unknown', says: 'No call was made.' }
  },
}
