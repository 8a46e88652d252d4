import { addRun, allRuns } from './all-runs.ts'
import type { TraceStore } from './trace-store.ts'

/** Copies the newest runs of a store into another one, but those that are there already. */
export async function copyRuns(from: TraceStore, to: TraceStore, max: number): Promise<void> {
  let copied = 0
  for await (const run of allRuns(from)) {
    if (copied >= max) return
    await addRun(to, run)
    copied += 1
  }
}
