import { BridgeError } from '#contract/failure.ts'
import type { Filter } from '#engine/query/filter.ts'
import { Secret } from '#engine/secret/secret.ts'
import { damageOf } from './damage.ts'
import type { Quarantined } from '#main/settings/document.ts'
import { checkFile, openTraceStore, quarantine, type TraceStoreFile } from './open-trace-store.ts'
import { assertNotOwned, claimHistory, releaseHistory } from './history-owner.ts'
import type { HistoryRowOf } from './history-row.ts'
import type { salvagerFor } from './salvage-runs.ts'
import type { ImmediateTraceStore } from './sqlite-trace-store.ts'
import { onceAfter, performInSteps } from './store-turns.ts'
import {
  receivedArguments,
  sentResult,
  type StoreMethod,
  type StoreReply,
  type StoreRequest,
} from './store-messages.ts'

/** Milliseconds: less than a run gathers its events for, so that at most the newest save is in the journal. */
const tidyAfter = 50
const writes: ReadonlySet<StoreMethod> = new Set<StoreMethod>([
  ...(['save', 'append', 'saveFilters', 'annotate', 'delete', 'restore'] as const),
])
/** Those for which what describes a run has to be loaded. */
const savesRun: ReadonlySet<StoreMethod> = new Set<StoreMethod>(['save', 'append'])

/** The other end of the store's requests. */
export interface StorePort {
  readonly post: (reply: StoreReply) => void
  readonly listen: (listener: (request: StoreRequest) => void) => void
}

/**
 * Opens a store and carries out what is asked of it, one request after the other. Between requests it
 * moves runs of an earlier version.
 */
export function serveTraceStore({ listen, post }: StorePort): void {
  const { load, rowOf } = rowOfLater()
  // One after the other, also where one waits for what is loaded.
  let last: Promise<unknown> = Promise.resolve()
  const queue = (act: () => unknown): void => {
    last = last.then(act)
  }
  let file: TraceStoreFile | undefined
  const tidySoon = onceAfter(() => queue(() => tidy(store)), tidyAfter)
  let store: ImmediateTraceStore | undefined
  const readAhead = readAheadInTurns(queue, () => store)
  const migrateLater = migrationInTurns({ load, post, store: () => store })
  /** Put back only by the window: one process at a time. */
  let salvage: ReturnType<typeof salvageInTurns> | undefined

  function open(wanted: TraceStoreFile): boolean {
    file = wanted
    const opened = openTraceStore(file, rowOf)
    store = opened.store
    for (const quarantined of opened.quarantined) sayQuarantined(quarantined)
    if (opened.journalDamage !== undefined) post({ journalDamage: opened.journalDamage })
    migrateLater()
    salvage?.later()
    if (salvage) packLeftInTurns({ store: () => store })
    return opened.endedWell
  }

  function sayQuarantined(quarantined: Quarantined): void {
    store?.setSalvage({ path: quarantined.path, next: 1, recovered: 0 })
    post({ quarantined })
  }

  /** A file that turns out to be damaged makes way for a new one. */
  function beginAnew(reason: string): void {
    if (!file) return
    assertNotOwned(file.path, reason)
    try {
      store?.close()
    } catch {
      // The file is beyond an orderly end.
    }
    const quarantined = quarantine(file.path, reason)
    open(file)
    sayQuarantined(quarantined)
  }

  function perform(request: StoreRequest): unknown {
    if ('open' in request) {
      const { key, path } = request.open
      const wanted = { path, key: Secret.of('text', key) }
      if (request.salvages) {
        claimHistory(path)
        salvage = salvageInTurns(wanted.key, { load, post, store: () => store })
      }
      return { endedWell: open(wanted) }
    }
    if ('damage' in request) {
      beginAnew(request.damage)
      return undefined
    }
    const { args, method } = request
    const call = (): unknown => {
      if (!store) throw new Error('The history is closed.')
      const done = store[method] as (...args: readonly unknown[]) => unknown
      const result = sentResult(method, done(...receivedArguments(method, args)))
      if (method !== 'close') return result
      store = undefined
      salvage?.close()
      if (salvage && file) releaseHistory(file.path)
      return result
    }
    try {
      return call()
    } catch (error) {
      const reason = damageOf(error)
      if (reason === undefined) throw error
      beginAnew(reason)
      return call()
    }
  }

  listen((request) => {
    const isLong = 'method' in request && request.method === 'statistics'
    if (isLong) countInSteps(request.id, request.args[0] as Filter, () => answer(request))
    else queue(() => answer(request))
    // The days of a list are asked for when it is long, and such a list is filtered next.
    if ('method' in request && request.method === 'days') readAhead()
  })

  /** Statistics of many runs take long: what else is asked meanwhile comes in between. */
  function countInSteps(id: number, filter: Filter, otherwise: () => Promise<void>): void {
    const done = (value: unknown) => post({ id, value })
    // A damaged file, for instance: asked as a whole it makes way for a new one.
    performInSteps(() => store?.statisticsInSteps(filter), { next: queue, done, failed: otherwise })
  }

  async function answer(request: StoreRequest): Promise<void> {
    try {
      if ('method' in request && (savesRun.has(request.method) || store?.hasEarlierRuns))
        await load()
      post({ id: request.id, value: perform(request) })
      if ('method' in request && writes.has(request.method)) tidySoon()
    } catch (error) {
      post({ id: request.id, error: errorIn(error) })
    }
  }
}

/** What a reply says of a failure. */
const errorIn = (error: unknown) => ({
  message: error instanceof Error ? error.message : String(error),
  ...(error instanceof BridgeError && { code: error.code }),
})

/** What describes a run, loaded with the first one that is written, so that the list does not wait for it. */
function rowOfLater(): { readonly load: () => Promise<void>; readonly rowOf: HistoryRowOf } {
  let loaded: HistoryRowOf | undefined
  return {
    load: async () => {
      loaded ??= (await import('./history-row.ts')).historyRowOf
    },
    rowOf: (...of) => {
      if (!loaded) throw new Error('A run is written before what describes it is loaded.')
      return loaded(...of)
    },
  }
}

/** Once for each store, what filters read is in memory before the first of them is typed. */
function readAheadInTurns(queue: (act: () => unknown) => void, store: InTurns['store']) {
  let last: ImmediateTraceStore | undefined
  return () => {
    if (store() === last) return
    last = store()
    performInSteps(() => last?.readAhead(), {
      next: queue,
      done: () => undefined,
      // Damage is met again by whoever reads.
      failed: () => Promise.resolve(),
    })
  }
}

interface InTurns extends Pick<StorePort, 'post'> {
  readonly store: () => ImmediateTraceStore | undefined
  readonly load: () => Promise<void>
}

/** Packs what has ended, and moves the journal into the file. */
function tidy(store: ImmediateTraceStore | undefined): void {
  try {
    store?.packEnded()
  } catch {
    // It stays in its deltas; damage and a full disk are met again by whoever reads or writes.
  }
  store?.checkpoint()
}

/** Packs what a process that was killed has left, a few runs at a time. */
function packLeftInTurns(ports: Pick<InTurns, 'store'>): void {
  setTimeout(() => {
    try {
      if (ports.store()?.packLeft()) packLeftInTurns(ports)
    } catch {
      // It can be read as it is, and the next start tries again.
    }
  }, 10)
}

/** Moves runs of an earlier version a few at a time, so that requests need not wait for it. */
function migrationInTurns({ load, post, store }: InTurns): () => void {
  function migrate(): void {
    try {
      const left = store()?.migrateSome() ?? 0
      if (left === 0) return
      post({ left })
    } catch (error) {
      // A full disk now may have room later; damage is met again by whoever reads.
      if (damageOf(error) !== undefined) return
    }
    later()
  }

  function later(): void {
    setTimeout(() => {
      if (store()?.hasEarlierRuns) void load().then(migrate)
    }, 10)
  }

  return later
}

/** Puts runs of damaged files back a few at a time, so that requests need not wait for it. */
function salvageInTurns(key: Secret, ports: InTurns) {
  let salvager: ReturnType<typeof salvagerFor> | undefined

  async function some(): Promise<void> {
    try {
      if (!ports.store()?.salvage()) return
      salvager ??= (await import('./salvage-runs.ts')).salvagerFor(key)
      await ports.load()
      const store = ports.store()
      const salvaged = store && salvager.some(store)
      if (salvaged) ports.post({ salvaged })
    } catch {
      // A full disk may have room at the next start; damage is met again by whoever reads.
      return
    }
    later()
  }

  function later(): void {
    setTimeout(() => void some(), 10)
  }

  return { later, close: () => salvager?.close() }
}

/** Reads all of a file in a process of its own, which nobody waits for. */
export function checkForPort({ listen, post }: StorePort): void {
  listen((request) => {
    if (!('open' in request)) return
    const { key, path } = request.open
    post({ id: request.id, value: checkFile({ path, key: Secret.of('text', key) }) })
  })
}
