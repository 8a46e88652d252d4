import { BridgeError } from '#contract/failure.ts'
import { Secret } from '#engine/secret/secret.ts'
import { damageOf } from './damage.ts'
import { checkFile, openTraceStore, quarantine, type TraceStoreFile } from './open-trace-store.ts'
import type { ImmediateTraceStore } from './sqlite-trace-store.ts'
import {
  receivedArguments,
  sentResult,
  type StoreReply,
  type StoreRequest,
} from './store-messages.ts'

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
  let file: TraceStoreFile | undefined
  let store: ImmediateTraceStore | undefined

  function open(wanted: TraceStoreFile): boolean {
    file = wanted
    const opened = openTraceStore(file)
    store = opened.store
    for (const quarantined of opened.quarantined) post({ quarantined })
    migrateLater()
    return opened.endedWell
  }

  function migrateLater(): void {
    setTimeout(() => {
      if (!store) return
      try {
        const left = store.migrateSome()
        if (left === 0) return
        post({ left })
      } catch (error) {
        // A full disk now may have room later; damage is met again by whoever reads.
        if (damageOf(error) !== undefined) return
      }
      migrateLater()
    }, 10)
  }

  /** A file that turns out to be damaged makes way for a new one. */
  function beginAnew(reason: string): void {
    if (!file) return
    try {
      store?.close()
    } catch {
      // The file is beyond an orderly end.
    }
    post({ quarantined: quarantine(file.path, reason) })
    open(file)
  }

  function perform(request: StoreRequest): unknown {
    if ('open' in request) {
      const { key, path } = request.open
      return { endedWell: open({ path, key: Secret.of('text', key) }) }
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
      if (method === 'close') store = undefined
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
    try {
      post({ id: request.id, value: perform(request) })
    } catch (error) {
      post({
        id: request.id,
        error: {
          message: error instanceof Error ? error.message : String(error),
          ...(error instanceof BridgeError && { code: error.code }),
        },
      })
    }
  })
}

/** Reads all of a file in a process of its own, which nobody waits for. */
export function checkForPort({ listen, post }: StorePort): void {
  listen((request) => {
    if (!('open' in request)) return
    const { key, path } = request.open
    post({ id: request.id, value: checkFile({ path, key: Secret.of('text', key) }) })
  })
}
