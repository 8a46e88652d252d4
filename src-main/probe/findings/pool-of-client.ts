import { clientExists } from './client-exists.ts'
import { poolExists } from './pool-exists.ts'
import type { ProbeFinding } from '../probe-finding.ts'

export const poolOfClient: ProbeFinding = {
  id: 'pool-of-client',
  title: 'The app client belongs to the user pool',
  read: (seen) => {
    if (clientExists.read(seen).verdict === 'no' || poolExists.read(seen).verdict === 'no')
      return { verdict: 'no', reason: 'One of the two does not exist here.' }
    return {
      verdict: 'unknown',
      reason:
        'Only a token tells: its issuer is the pool. Both being in one region proves nothing.',
    }
  },
}
