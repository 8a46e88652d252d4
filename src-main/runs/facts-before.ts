import type { Fact } from '#engine/trace/fact.ts'
import { historyFacts } from './earlier-sign-ins.ts'
import { factsOfOtherRuns } from './other-runs.ts'
import type { PastRun, RunSubject } from './past-run.ts'

/** How many runs are looked back on, newest first: a lock-out is over after far fewer. */
export const maxPastRuns = 50

/** What other runs say about one before its first call. */
export function factsBefore(
  subject: RunSubject,
  newestFirst: readonly PastRun[],
  now: number,
): readonly Fact[] {
  const looked = newestFirst.slice(0, maxPastRuns)
  return [...historyFacts(subject, looked, now), ...factsOfOtherRuns(subject, looked, now)]
}
