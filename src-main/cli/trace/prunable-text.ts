import type { PrunableRuns } from '#main/trace-store/retention.ts'

/** What a limit deletes, in a sentence. */
export function prunableText({ bytes, from, runIds, to }: PrunableRuns): string {
  if (from === undefined || to === undefined) return 'Nothing to delete.'
  const day = (at: number) => new Date(at).toISOString().slice(0, 10)
  return `${String(runIds.length)} runs from ${day(from)} to ${day(to)}, ${(bytes / 1_000_000).toFixed(1)} MB. Pinned runs and those of the last hour are kept.`
}
