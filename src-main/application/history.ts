import { randomBytes } from 'node:crypto'
import { BridgeError } from '#contract/failure.ts'
import type { RunObserver } from '#main/runs/run-observer.ts'
import type { Runs } from '#main/runs/runs.ts'
import type { Quarantined } from '#main/settings/document.ts'
import { historyFile } from '#main/trace-store/history-file.ts'
import type { TraceStore } from '#main/trace-store/trace-store.ts'
import type { Application } from './application.ts'
import { limitsOf, pruneHistory } from './retention.ts'
import { databasesIn, makePrivate } from './tidy-data-folder.ts'

/** The sign-ins, over a store that fits what the person has agreed to. */
export interface History {
  /** Opened with the first call, so that the window does not wait for network code and database. */
  readonly runs: () => Promise<Runs>
  /** Whether it was not opened yet, and nothing was kept by earlier starts. */
  readonly isEmpty: () => boolean
  /** Moves to another store when consent or settings want another. */
  readonly switchStore: () => Promise<void>
  /** Databases that do not open now. */
  readonly quarantined: () => Promise<readonly Quarantined[]>
  readonly close: () => Promise<void>
}

/** How many runs go along into memory when nothing is kept any more; those on disk stay there. */
const maxInMemory = 1000

/** What the history needs from outside. */
export interface HistoryDependencies extends Pick<
  Application,
  'emit' | 'practice' | 'proxyPassword' | 'settings' | 'system' | 'vault'
> {
  /** Told of every run. */
  readonly observers: () => Promise<readonly RunObserver[]>
}

/** Opens the history; which store it is over may change while it runs. */
export function openHistory(parts: HistoryDependencies): History {
  const { settings, system, vault } = parts
  const quarantined: Quarantined[] = []
  let opened: Promise<Runs> | undefined
  /** The data key of the present store; none for memory. */
  let present: string | undefined

  const pathOf = (keyId: string) => historyFile(system.dataFolder, keyId)
  async function wantedKey() {
    if (!settings.value().settings.keepHistory) return undefined
    try {
      return await vault.dataKey()
    } catch (error) {
      // A key that could not be stored would make a history that nobody opens again.
      const why = error instanceof BridgeError ? `: ${error.message}` : '.'
      const text = `The history could not be opened, so sign-ins are kept in memory only${why}`
      parts.emit({ type: 'notice', text })
      return undefined
    }
  }

  async function openStore(wanted: Awaited<ReturnType<typeof wantedKey>>): Promise<TraceStore> {
    present = wanted?.id
    if (!wanted) return storeInMemory()
    const { inThisThread, openTraceStoreInThread } =
      await import('#main/trace-store/trace-store-client.ts')
    const { workerThread } = await import('#main/trace-store/worker-thread.ts')
    const start = system.storeScript ? workerThread(system.storeScript) : inThisThread
    try {
      const store = await openTraceStoreInThread(
        { path: pathOf(wanted.id), key: wanted.key },
        start,
        {
          quarantined: (file) => {
            quarantined.push(file)
            // The window asked for quarantined files long before the database is opened.
            const text = `The history could not be used: ${file.reason} It was quarantined as ${file.path}. What can be read of it is put back into the history.`
            parts.emit({ type: 'notice', text })
          },
          salvaged: ({ path, recovered }) => {
            parts.emit({ type: 'history.changed' })
            parts.emit({ type: 'notice', text: salvagedText(path, recovered) })
          },
          journalDamaged: (text) => {
            parts.emit({ type: 'notice', text })
          },
        },
      )
      // The database is new, or of a version that left its mode to the system.
      makePrivate(system.dataFolder)
      return store
    } catch {
      present = undefined
      const text = 'The history could not be opened, so sign-ins are kept in memory only.'
      parts.emit({ type: 'notice', text })
      return storeInMemory()
    }
  }

  let hourly: NodeJS.Timeout | undefined
  /** At each start, and once an hour while it runs. */
  function keepWithinLimits(runs: Runs): Runs {
    const prune = (): void => {
      pruneHistory(runs, limitsOf(settings.value().settings)).catch(() => {
        parts.emit({ type: 'notice', text: 'Old runs could not be deleted from the history.' })
      })
    }
    prune()
    hourly = setInterval(prune, 3_600_000).unref()
    return runs
  }

  return {
    runs: () =>
      (opened ??= wantedKey()
        .then(openStore)
        .then((store) => createRunsOver(store, parts))
        .then(keepWithinLimits)),
    isEmpty: () => opened === undefined && databasesIn(system.dataFolder).length === 0,
    switchStore: async () => {
      if (!opened) return
      const runs = await opened
      const wanted = await wantedKey()
      if (wanted?.id !== present)
        await runs.moveTo(await openStore(wanted), wanted ? Infinity : maxInMemory)
    },
    quarantined: async () => [
      ...quarantined,
      ...(await vault.lockedKeys()).map(({ id, reason }) => ({ path: pathOf(id), reason })),
      ...databasesIn(system.dataFolder)
        .filter((id) => !vault.keyIds().includes(id))
        .map((id) => ({
          path: pathOf(id),
          reason:
            'Its key is in neither vault.json nor vault-copy.json: without it, nothing in this history can be read. Put back the file that it was in.',
        })),
    ],
    close: async () => {
      clearInterval(hourly)
      if (opened) await (await opened).close()
    },
  }
}

function salvagedText(path: string, recovered: number): string {
  const what =
    recovered === 0
      ? 'No sign-in could be'
      : recovered === 1
        ? 'One sign-in was'
        : `${String(recovered)} sign-ins were`
  return `${what} put back into the history from the quarantined file ${path}, which is kept as it was.`
}

async function storeInMemory(): Promise<TraceStore> {
  const { memoryTraceStore } = await import('#main/trace-store/memory-trace-store.ts')
  return memoryTraceStore()
}

async function createRunsOver(
  store: TraceStore,
  { emit, observers, practice, proxyPassword, settings, system }: HistoryDependencies,
): Promise<Runs> {
  const [
    { createRuns },
    { endInterruptedRuns },
    { openSender },
    { networkOfSettings },
    { nativeModPow },
  ] = await Promise.all([
    import('#main/runs/runs.ts'),
    import('#main/runs/end-interrupted-runs.ts'),
    import('#main/http/send-operation.ts'),
    import('#main/network/network-of-settings.ts'),
    import('#main/srp/native-mod-pow.ts'),
  ])
  // A history that cannot be read through is used all the same.
  await endInterruptedRuns(store, Date.now).catch(() => undefined)
  return createRuns({
    ports: { modPow: nativeModPow, randomBytes, now: Date.now },
    send: openSender(
      networkOfSettings(() => settings.value().settings, {
        resolveSystemProxy: system.resolveProxy,
        proxyPassword: proxyPassword.open,
      }),
    ).send,
    store,
    triggersOf: (requestId) => practice().triggersOf(requestId),
    application: `Authscope ${system.version}`,
    observers: await observers(),
    onStoreFailure: (text) => {
      emit({ type: 'notice', text })
    },
    onHistoryChange: () => {
      emit({ type: 'history.changed' })
    },
  })
}
