import type { HistoryRow } from '#contract/routes/history.ts'
import { diagnose } from '#engine/diagnosis/diagnose.ts'
import { summarizeRun } from '#engine/query/run-summary.ts'
import { timeline } from '#engine/trace/timeline.ts'
import type { Annotation, StoredRun } from './trace-store.ts'

/** Gives a run as the history lists it. */
export type HistoryRowOf = typeof historyRowOf

/** A run as the history lists it. */
export function historyRowOf(
  { events, run }: Pick<StoredRun, 'events' | 'run'>,
  { note, pinned }: Annotation = {},
): HistoryRow {
  const summary = summarizeRun(timeline(events))
  const first = diagnose(events).find(({ verdict }) => verdict !== 'excluded')
  return {
    ...run,
    ...summary,
    chain: [...summary.chain],
    errors: [...summary.errors],
    ...(first && { cause: first.code, causeTitle: first.title }),
    ...(note && { note }),
    ...(pinned && { pinned }),
  }
}
