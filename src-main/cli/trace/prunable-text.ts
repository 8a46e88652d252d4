import type { PrunableRuns } from '#main/trace-store/retention.ts'
import { localDay } from './local-time.ts'
import { counted } from '#engine/units/counted.ts'

/** What a limit deletes, in a sentence. */
export function prunableText({ bytes, from, runIds, to }: PrunableRuns): string {
  if (from === undefined || to === undefined) return 'Nothing to delete.'
  return `${counted(runIds.length, 'run')} from ${localDay(from)} to ${localDay(to)}, ${(bytes / 1_000_000).toFixed(1)} MB. Pinned runs and those of the last hour are kept.`
}
