import { BridgeError } from '#contract/failure.ts'
import { reveal } from '#engine/secret/secret.ts'
import type { Quarantined } from '#main/settings/document.ts'
import { incrementalSave } from './incremental-save.ts'
import type { TraceStoreFile } from './open-trace-store.ts'
import { checkForPort, serveTraceStore } from './serve-trace-store.ts'
import {
  receivedResult,
  sentArguments,
  type StoreReply,
  type StoreRequest,
} from './store-messages.ts'
import type { Salvage } from './stored-salvage.ts'
import type { StoredRun, TraceStore } from './trace-store.ts'

/** What a client of the store is told between its calls. */
export interface StoreListener {
  readonly quarantined: (file: Quarantined) => void
  /** A sentence of what is lost with a journal that was damaged. */
  readonly journalDamaged: (text: string) => void
  /** Told when what can be read of a damaged file was put back; without it, nothing is. */
  readonly salvaged?: (salvage: Salvage) => void
  /** How many runs of an earlier version are still to be moved. */
  readonly migrating?: (left: number) => void
}

/** A thread that {@link serveTraceStore} runs in. */
export interface StoreThread {
  readonly post: (request: StoreRequest) => void
  readonly end: () => Promise<void>
}

/** Starts a thread for the store, or for checking its file. */
export type StartStoreThread = (
  task: 'serve' | 'check',
  receive: (reply: StoreReply) => void,
  failed: (error: Error) => void,
) => StoreThread

/**
 * Opens the store in a thread of its own. After an unclean end another thread reads all of the file
 * meanwhile.
 * @throws Error when no database can be made at this place
 */
export async function openTraceStoreInThread(
  { key, path }: TraceStoreFile,
  start: StartStoreThread,
  listener: StoreListener,
): Promise<TraceStore> {
  const waiting = new Map<
    number,
    { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }
  >()
  let last = 0
  let broken: Error | undefined
  let closing = false

  const thread = start(
    'serve',
    (reply) => {
      if ('quarantined' in reply) listener.quarantined(reply.quarantined)
      else if ('journalDamage' in reply) listener.journalDamaged(reply.journalDamage)
      else if ('salvaged' in reply) listener.salvaged?.(reply.salvaged)
      else if ('left' in reply) listener.migrating?.(reply.left)
      else {
        const one = waiting.get(reply.id)
        waiting.delete(reply.id)
        if ('error' in reply) one?.reject(errorOf(reply.error))
        else one?.resolve(reply.value)
      }
    },
    (error) => {
      if (closing) return
      broken = error
      for (const { reject } of waiting.values()) reject(error)
      waiting.clear()
    },
  )

  function request(build: (id: number) => StoreRequest): Promise<unknown> {
    // Whoever still asks while the application ends is gone before an answer would come.
    if (closing) return new Promise(() => undefined)
    if (broken) return Promise.reject(broken)
    const id = (last += 1)
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      thread.post(build(id))
    })
  }

  function call<Method extends keyof TraceStore>(method: Method): TraceStore[Method] {
    const performed = async (...args: readonly unknown[]) => {
      const value = await request((id) => ({ id, method, args: sentArguments(method, args) }))
      return receivedResult(method, value)
    }
    // Each method takes and gives what the one of the same name on the other side does.
    return performed as never
  }

  const open = { path, key: reveal(key) }
  const salvages = listener.salvaged !== undefined
  const { endedWell } = (await request((id) => ({ id, open, salvages }))) as { endedWell: boolean }
  let isChecked = false
  if (!endedWell) check()

  /** What is not found may be there, and what leads to it damaged: once, all of the file is read. */
  async function openRun(runId: string): Promise<StoredRun | undefined> {
    const found = await call('open')(runId)
    if (!found && salvages && !isChecked) check()
    return found
  }

  function check(): void {
    isChecked = true
    checkInThread(start, open, (damage) => void request((id) => ({ id, damage })))
  }

  return {
    save: incrementalSave({
      saveWhole: call('save'),
      append: (delta) =>
        request((id) => ({
          id,
          method: 'append',
          args: sentArguments('append', [delta]),
        })) as Promise<boolean>,
    }),
    page: call('page'),
    count: call('count'),
    days: call('days'),
    statistics: call('statistics'),
    savedFilters: call('savedFilters'),
    saveFilters: call('saveFilters'),
    open: openRun,
    idsBeginningWith: call('idsBeginningWith'),
    withRefreshToken: call('withRefreshToken'),
    ofUser: call('ofUser'),
    annotate: call('annotate'),
    delete: call('delete'),
    restore: call('restore'),
    prunable: call('prunable'),
    close: async () => {
      const closed = call('close')()
      closing = true
      await closed
      await thread.end()
    },
  }
}

/** Has another thread read all of a file. @param damaged told why it is not to be trusted */
function checkInThread(
  start: StartStoreThread,
  open: { readonly path: string; readonly key: string },
  damaged: (reason: string) => void,
): void {
  const checker = start(
    'check',
    (reply) => {
      void checker.end()
      if ('value' in reply && typeof reply.value === 'string') damaged(reply.value)
    },
    () => undefined,
  )
  checker.post({ id: 0, open })
}

const errorOf = ({ code, message }: { readonly code?: string; readonly message: string }): Error =>
  code === undefined ? new Error(message) : new BridgeError(code, message)

/** The store in this very thread, for a command that does nothing besides, and for tests. */
export const inThisThread: StartStoreThread = (task, receive) => {
  let listener: ((request: StoreRequest) => void) | undefined
  const serve = task === 'check' ? checkForPort : serveTraceStore
  serve({
    post: receive,
    listen: (newListener) => {
      listener = newListener
    },
  })
  return {
    post: (request) => {
      listener?.(request)
    },
    end: () => Promise.resolve(),
  }
}
