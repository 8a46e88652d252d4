import { maxPage, type HistoryPosition } from '#contract/routes/history.ts'
import { everyRun } from '#engine/query/filter.ts'
import { isDamagedRun } from './stored-events.ts'
import type { StoredRun, TraceStore } from './trace-store.ts'

/** Copies the newest runs of a store into another one, but those that are there already. */
export async function copyRuns(from: TraceStore, to: TraceStore, max: number): Promise<void> {
  let after: HistoryPosition | undefined
  for (let copied = 0; copied < max;) {
    const limit = Math.min(maxPage, max - copied)
    const rows = await from.page({ filter: everyRun, limit, ...(after && { after }) })
    for (const { note, pinned, runId } of rows) {
      const run = (await readable(to, runId)) ? undefined : await readable(from, runId)
      if (run) await to.save(run)
      if (run && (note !== undefined || pinned)) await to.annotate(runId, { note, pinned })
    }
    copied += rows.length
    after = rows.at(-1)
    if (!after) return
  }
}

/** What cannot be read stays where it is, and does not keep the others there. */
async function readable(store: TraceStore, runId: string): Promise<StoredRun | undefined> {
  try {
    return await store.open(runId)
  } catch (error) {
    if (isDamagedRun(error)) return undefined
    throw error
  }
}
