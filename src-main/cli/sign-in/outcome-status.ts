import { exitStatus } from '../command.ts'
import type { SignInReport } from './report.ts'

/** What a command ends with that signed in. */
export function outcomeStatus({
  faultNotInjected,
  outcome,
}: Pick<SignInReport, 'faultNotInjected' | 'outcome'>): number {
  if (faultNotInjected !== undefined) return exitStatus.failed
  switch (outcome) {
    case 'tokens':
    case 'accepted':
      return exitStatus.done
    case 'challenge':
      return exitStatus.challengeLeft
    case 'refused':
      return exitStatus.refused
    case 'failed':
    case 'incomplete':
      return exitStatus.failed
  }
}
