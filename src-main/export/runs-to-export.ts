import type { StoredRun } from '#main/trace-store/trace-store.ts'

/** The runs of one export, of which only one is in memory at a time. */
export interface RunsToExport {
  readonly count: number
  /** The runs in turn, each read from the store when it is its turn. */
  readonly each: () => AsyncIterable<StoredRun>
}

/** Runs that are in memory already. */
export const loadedRuns = (runs: readonly StoredRun[]): RunsToExport => ({
  count: runs.length,
  each: () => openedRuns(runs, (run) => run),
})

/** Runs that are opened by what they are known by. */
export const runsBy = <Known>(
  known: readonly Known[],
  open: (one: Known) => Promise<StoredRun>,
): RunsToExport => ({ count: known.length, each: () => openedRuns(known, open) })

async function* openedRuns<Known>(
  known: readonly Known[],
  open: (one: Known) => StoredRun | Promise<StoredRun>,
): AsyncGenerator<StoredRun> {
  for (const one of known) yield await open(one)
}
