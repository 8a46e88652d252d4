import { maxPage, type HistoryPosition } from '#contract/routes/history.ts'
import { everyRun } from '#engine/query/filter.ts'
import { isDamagedRun } from './stored-events.ts'
import type { Annotation, StoredRun, TraceStore } from './trace-store.ts'

/** Where runs are read from, all of them. */
export type RunSource = Pick<TraceStore, 'open' | 'page'>
/** Where runs are added that are not there yet. */
export type RunTarget = Pick<TraceStore, 'annotate' | 'open' | 'restore' | 'save'>

/** A run with what a person added to it. */
export interface AnnotatedRun extends Annotation {
  readonly stored: StoredRun
}

/** Every run of a store that can be read, newest first, one at a time. */
export async function* allRuns(store: RunSource): AsyncGenerator<AnnotatedRun> {
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

/**
 * Adds a run to a store that does not have it yet; one that was deleted comes back.
 * @returns whether it was added
 */
export async function addRun(to: RunTarget, { stored, ...added }: AnnotatedRun): Promise<boolean> {
  const { runId } = stored.run
  if (await hasRun(to, runId)) return false
  await to.restore([runId])
  await to.save(stored)
  if (added.note !== undefined || added.pinned) await to.annotate([runId], added)
  return true
}

/** Whether a store has a run of this id that can be read. */
export const hasRun = async (store: Pick<TraceStore, 'open'>, runId: string): Promise<boolean> =>
  (await readableRun(store, runId)) !== undefined

/** What cannot be read stays where it is, and does not keep the others there. */
export async function readableRun(
  store: Pick<TraceStore, 'open'>,
  runId: string,
): Promise<StoredRun | undefined> {
  try {
    return await store.open(runId)
  } catch (error) {
    if (isDamagedRun(error)) return undefined
    throw error
  }
}
