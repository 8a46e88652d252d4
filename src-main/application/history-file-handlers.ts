import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { BridgeError } from '#contract/failure.ts'
import { everyRun } from '#engine/query/filter.ts'
import type { Runs } from '#main/runs/runs.ts'
import type { RunSource, RunTarget } from '#main/trace-store/all-runs.ts'
import type { TransferOptions } from '#main/trace-store/encrypted-history.ts'
import type { Application, HandlersOf } from './application.ts'
import { progressTeller } from './progress-teller.ts'
import type { RunDependencies } from './run-handlers.ts'

/** The whole history as one encrypted file: written and read, with progress, and cancelled. */
export function historyFileHandlers({
  emit,
  runs,
  system,
}: Pick<Application, 'emit' | 'system'> &
  Pick<RunDependencies, 'runs'>): HandlersOf<'historyFile'> {
  let chosen: string | undefined
  let underWay: AbortController | undefined

  /** @param whole of what the progress is a part */
  function transfer(whole: number): TransferOptions {
    underWay?.abort()
    underWay = new AbortController()
    const tell = progressTeller((part) => {
      emit({ type: 'historyFile.progress', part })
    })
    return {
      signal: underWay.signal,
      onProgress: (done) => {
        tell(done / Math.max(1, whole))
      },
    }
  }

  function chosenFile(): { readonly path: string; readonly options: TransferOptions } {
    if (chosen === undefined) throw new BridgeError('no-file', 'Choose a file first.')
    return {
      path: chosen,
      options: transfer(statSync(chosen, { throwIfNoEntry: false })?.size ?? 0),
    }
  }

  return {
    'historyFile.about': async () => about(await runs()),
    'historyFile.export': async ({ passphrase }) => {
      const all = await runs()
      const path = await system.askWhereToSave('authscope-history.age')
      if (path === undefined) return { runs: 0 }
      const options = transfer((await about(all)).runs)
      const { exportHistory } = await import('#main/trace-store/encrypted-history.ts')
      try {
        return { runs: await exportHistory(runsAsStore(all), path, passphrase, options), path }
      } catch (error) {
        if (options.signal?.aborted) return { runs: 0 }
        throw error
      }
    },
    'historyFile.choose': async () => {
      chosen = await system.askWhatToOpen('Encrypted history', ['age'])
      return chosen === undefined ? {} : { name: basename(chosen) }
    },
    'historyFile.read': async ({ passphrase }) => {
      const { path, options } = chosenFile()
      const { historyContents } = await import('#main/trace-store/encrypted-history.ts')
      return historyContents(runsAsStore(await runs()), path, passphrase, options)
    },
    'historyFile.import': async ({ passphrase }) => {
      const { path, options } = chosenFile()
      const { importHistory } = await import('#main/trace-store/encrypted-history.ts')
      return importHistory(runsAsStore(await runs()), path, passphrase, options)
    },
    'historyFile.cancel': () => {
      underWay?.abort()
    },
  }
}

async function about(runs: Runs) {
  const endOf = async (descending: boolean) => {
    const order = { by: 'started_at', descending } as const
    return (await runs.page({ filter: everyRun, limit: 1, order }))[0]?.startedAt
  }
  const days = await runs.days(everyRun)
  const [from, to] = [await endOf(false), await endOf(true)]
  return {
    runs: days.reduce((sum, day) => sum + day.runs, 0),
    ...(from !== undefined && to !== undefined && { from, to }),
  }
}

/** All runs, those that are not written yet included. */
const runsAsStore = (runs: Runs): RunSource & RunTarget => ({
  page: (query) => runs.page(query).then((rows) => [...rows]),
  open: async (runId) => {
    try {
      return await runs.stored(runId)
    } catch (error) {
      if (error instanceof BridgeError && error.code === 'run-unknown') return undefined
      throw error
    }
  },
  restore: (runIds) => runs.restore(runIds),
  save: (stored) => runs.save(stored),
  annotate: (runIds, annotation) => runs.annotate(runIds, annotation),
})
