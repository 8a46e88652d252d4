import { randomBytes } from 'node:crypto'
import type { MarkedSecret } from '#engine/trace/sealer.ts'
import type { Runs } from '#main/runs/runs.ts'
import { memoryTraceStore } from '#main/trace-store/memory-trace-store.ts'
import type { TraceStore } from '#main/trace-store/trace-store.ts'
import type { SetAside } from '#main/settings/document.ts'
import type { Application } from './application.ts'

/** The sign-ins, over a store that fits what the person has agreed to. */
export interface History {
  /** Opened with the first call, so that the window does not wait for network code and database. */
  readonly runs: () => Promise<Runs>
  /** Moves to another store when consent or settings want another. */
  readonly moveToConsentedStore: () => Promise<void>
  readonly setAside: () => Promise<readonly SetAside[]>
  readonly close: () => Promise<void>
}

/** What the history needs from outside. */
export interface HistoryParts extends Pick<Application, 'emit' | 'settings' | 'system' | 'vault'> {
  /** Told how each sign-in ended. */
  readonly onEnded: (runId: string, accepted: boolean) => void
}

export function openHistory({ emit, onEnded, system }: HistoryParts): History {
  let opened: Promise<Runs> | undefined

  async function chosenStore(): Promise<TraceStore> {
    return Promise.resolve(memoryTraceStore())
  }

  async function open(): Promise<Runs> {
    const [{ createRuns }, { openSender }, { nativeModPow }] = await Promise.all([
      import('#main/runs/runs.ts'),
      import('#main/http/send-operation.ts'),
      import('#main/srp/native-mod-pow.ts'),
    ])
    const marked = new Map<string, readonly MarkedSecret[]>()
    return createRuns({
      ports: { modPow: nativeModPow, randomBytes, now: Date.now },
      send: openSender().send,
      store: await chosenStore(),
      application: `Authscope ${system.version}`,
      onEvent: (runId, event) => {
        emit({ type: 'run.event', runId, event })
        if (event.type !== 'ended') return
        marked.delete(runId)
        onEnded(runId, event.outcome === 'tokens')
      },
      onSecrets: (runId, fresh) => {
        const secrets = [...(marked.get(runId) ?? []), ...fresh]
        marked.set(runId, secrets)
        emit({ type: 'run.secrets', runId, secrets })
      },
      onStoreFailure: (text) => {
        emit({ type: 'notice', text })
      },
    })
  }

  return {
    runs: () => (opened ??= open()),
    moveToConsentedStore: async () => {
      if (opened) (await opened).moveTo(await chosenStore())
    },
    setAside: () => Promise.resolve([]),
    close: async () => {
      if (opened) (await opened).close()
    },
  }
}
