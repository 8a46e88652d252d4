import { maxPage, type HistoryPosition } from '#contract/routes/history.ts'
import { everyRun } from '#engine/query/filter.ts'
import { isDamagedRun } from './stored-events.ts'
import type { Annotation, StoredRun, TraceStore } from './trace-store.ts'

/** A run with what a person added to it. */
export interface AnnotatedRun extends Annotation {
  readonly stored: StoredRun
}

/** Every run of a store that can be read, newest first, one at a time. */
export async function* allRuns(store: TraceStore): AsyncGenerator<AnnotatedRun> {
  for (let after: HistoryPosition | undefined; ;) {
    const rows = await store.page({ filter: everyRun, limit: maxPage, ...(after && { after }) })
    for (const { note, pinned, runId } of rows) {
      const stored = await readableRun(store, runId)
      if (stored) yield { stored, note, pinned }
    }
    after = rows.at(-1)
    if (!after) return
  }
}

/** Adds a run to a store that does not have it yet. @returns whether it was added */
export async function addRun(to: TraceStore, { stored, ...added }: AnnotatedRun): Promise<boolean> {
  const { runId } = stored.run
  if (await readableRun(to, runId)) return false
  await to.save(stored)
  if (added.note !== undefined || added.pinned) await to.annotate(runId, added)
  return true
}

/** What cannot be read stays where it is, and does not keep the others there. */
async function readableRun(store: TraceStore, runId: string): Promise<StoredRun | undefined> {
  try {
    return await store.open(runId)
  } catch (error) {
    if (isDamagedRun(error)) return undefined
    throw error
  }
}
