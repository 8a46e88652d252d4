import type { TraceEvent } from '#engine/trace/event.ts'
import {
  deltaSince,
  extentOf,
  hasEnded,
  withoutUnwrittenAttempts,
  type RunDelta,
  type RunExtent,
} from './run-delta.ts'
import type { StoredRun, TraceStore } from './trace-store.ts'

/** How a run reaches the store, whole or in pieces. */
export interface SavePorts {
  readonly saveWhole: (stored: StoredRun) => Promise<void>
  /** @returns whether the store has what came before; if not, nothing was saved */
  readonly append: (delta: RunDelta) => Promise<boolean>
}

/** What was last handed over of a run under way. */
interface HandedOver {
  readonly extent: RunExtent
  readonly last: TraceEvent | undefined
}

/** A save that hands over only what a run has gained since it was saved before. */
export function incrementalSave({ append, saveWhole }: SavePorts): TraceStore['save'] {
  const runs = new Map<string, HandedOver>()

  return async (stored) => {
    const { runId } = stored.run
    const before = runs.get(runId)
    const ready = withoutUnwrittenAttempts(stored)
    const isComplete = ready.bytes.length === stored.bytes.length
    const ended = hasEnded(stored)
    if (ended) runs.delete(runId)
    else runs.set(runId, { extent: extentOf(ready), last: ready.events.at(-1) })
    const grown = before && hasGrown(before, stored) && (isComplete || !ended)
    try {
      if (grown && (await append(deltaSince(ready, before.extent)))) return
      await saveWhole(ended ? stored : ready)
    } catch (error) {
      runs.delete(runId)
      throw error
    }
  }
}

/** Whether a run still begins with what was handed over of it. */
const hasGrown = ({ extent, last }: HandedOver, { events }: StoredRun): boolean =>
  extent.events > 0 && events[extent.events - 1] === last
