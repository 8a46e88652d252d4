import type { Fact } from '#engine/trace/fact.ts'
import { historyFacts, mostLookedThrough } from './earlier-sign-ins.ts'
import { factsOfOtherRuns, type OtherRun } from './other-runs.ts'
import type { RunRequest } from './run-dependencies.ts'

/** Everything that is known before the first call of a run: by the profile’s test, and by other runs. */
export const factsBefore = (
  start: RunRequest,
  newestFirst: readonly OtherRun[],
  now: number,
): readonly Fact[] => [
  ...(start.facts ?? []),
  ...historyFacts(start, newestFirst, now),
  ...factsOfOtherRuns(start, newestFirst.slice(0, mostLookedThrough), now),
]
