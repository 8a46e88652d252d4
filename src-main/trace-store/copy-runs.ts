import { maxPage, type HistoryPosition } from '#contract/routes/history.ts'
import { everyRun } from '#engine/query/filter.ts'
import type { TraceStore } from './trace-store.ts'

/** Copies the newest runs of a store into another one, but those that are there already. */
export async function copyRuns(from: TraceStore, to: TraceStore, max: number): Promise<void> {
  let after: HistoryPosition | undefined
  for (let copied = 0; copied < max;) {
    const limit = Math.min(maxPage, max - copied)
    const rows = await from.page({ filter: everyRun, limit, ...(after && { after }) })
    for (const { note, pinned, runId } of rows) {
      const run = (await to.open(runId)) ? undefined : await from.open(runId)
      if (run) await to.save(run)
      if (run && (note !== undefined || pinned)) await to.annotate(runId, { note, pinned })
    }
    copied += rows.length
    after = rows.at(-1)
    if (!after) return
  }
}
