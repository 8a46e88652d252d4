import type { PrunableRuns } from '#main/trace-store/retention.ts'
import { localDay } from './local-time.ts'

/** What a limit deletes, in a sentence. */
export function prunableText({ bytes, from, runIds, to }: PrunableRuns): string {
  if (from === undefined || to === undefined) return 'Nothing to delete.'
  return `${String(runIds.length)} ${runIds.length === 1 ? 'run' : 'runs'} from ${localDay(from)} to ${localDay(to)}, ${(bytes / 1_000_000).toFixed(1)} MB. Pinned runs and those of the last hour are kept.`
}
