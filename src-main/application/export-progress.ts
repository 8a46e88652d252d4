import { BridgeError } from '#contract/failure.ts'
import type { RunsToExport } from '#main/export/runs-to-export.ts'
import { progressTeller } from './progress-teller.ts'

/** What reads the runs of an export: one at a time, with progress, and cancelled. */
export interface ExportProgress {
  /**
   * The runs, which tell their progress while they are read; what was read before ends.
   * @param passes how often all of them will be read
   * @throws BridgeError `export-cancelled`, with the next run
   */
  readonly begin: (runs: RunsToExport, passes: number) => RunsToExport
  readonly cancel: () => void
}

export function exportProgress(tell: (part: number) => void): ExportProgress {
  let underWay: AbortController | undefined
  return {
    begin: (runs, passes) => {
      underWay?.abort()
      underWay = new AbortController()
      const { signal } = underWay
      const say = progressTeller(tell)
      let read = 0
      return {
        count: runs.count,
        each: async function* () {
          for await (const run of runs.each()) {
            if (signal.aborted)
              throw new BridgeError('export-cancelled', 'The export was cancelled.')
            yield run
            read += 1
            say(read / (runs.count * passes))
          }
        },
      }
    },
    cancel: () => underWay?.abort(),
  }
}
