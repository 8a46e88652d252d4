import type { ProbeFinding } from '../probe-finding.ts'

export const poolExists: ProbeFinding = {
  id: 'pool',
  title: 'The user pool exists',
  read: ({ keys }) =>
    keys
      ? { verdict: keys.found ? 'yes' : 'no', reason: keys.reason }
      : {
          verdict: 'unknown',
          reason: 'The profile names no user pool, or its keys were not read.',
        },
}
