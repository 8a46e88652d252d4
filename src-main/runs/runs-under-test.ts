import { randomBytes } from 'node:crypto'
import { Secret } from '#engine/secret/secret.ts'
import type { SignInInput } from '#engine/wire/sign-in-input.ts'
import type { TraceEvent } from '#engine/trace/event.ts'
import { openSender } from '#main/http/send-operation.ts'
import { nativeModPow } from '#main/srp/native-mod-pow.ts'
import { memoryTraceStore } from '#main/trace-store/memory-trace-store.ts'
import type { TraceStore } from '#main/trace-store/trace-store.ts'
import type { ConfigurationInput } from '#pool/configuration/configuration.ts'
import { clientOf } from '#pool/conformance/client-of.ts'
import { startPracticeServer, type PracticeServer } from '#pool/practice-server.ts'
import { createRuns, type Runs } from './runs.ts'
import { triggerMemory } from './trigger-memory.ts'
import type { ProfileRunRequest } from './run-dependencies.ts'

/** Where a run waits for a person, or has ended. */
type Stop = Extract<TraceEvent, { type: 'prompted' | 'ended' }>

/** Sign-ins over real HTTP, and the practice pool that they go to. */
export interface RunsUnderTest {
  readonly runs: Runs
  readonly pool: PracticeServer
  readonly now: () => number
  /** Sets every clock right again. */
  readonly setClock: () => void
  /** Moves every clock on by so many seconds. */
  readonly wait: (seconds: number) => void
  /** Starts a sign-in to a client of this name, with nothing turned off and nothing known. */
  readonly start: (client: string, input: SignInInput, more?: Partial<ProfileRunRequest>) => string
  readonly eventsOf: (runId: string) => readonly TraceEvent[]
  /** Waits for the run's stop after so many that were seen. */
  readonly stopped: (runId: string, seen?: number) => Promise<Stop>
  /** The code of the newest message. */
  readonly sentCode: () => string
  readonly close: () => Promise<void>
}

/** What runs use that may be there already. */
interface UsedByRuns {
  readonly pool: PracticeServer
  readonly store: TraceStore
}

/** Starts a practice pool, unless there is one, and what signs in to it. */
export async function startRunsUnderTest(
  configuration?: ConfigurationInput,
  { pool: started, store = memoryTraceStore() }: Partial<UsedByRuns> = {},
): Promise<RunsUnderTest> {
  let later = 0
  const now = () => Date.now() + later
  const pool =
    started ??
    (await startPracticeServer({
      ...(configuration && { configuration }),
      now,
      modPow: nativeModPow,
    }))
  const sender = openSender()
  const events = new Map<string, TraceEvent[]>()
  let happened = () => {}
  const runs = createRuns({
    ports: { modPow: nativeModPow, randomBytes, now },
    send: sender.send,
    store,
    triggersOf: triggerMemory(pool),
    application: 'Authscope 0.0.0',
    observers: [
      {
        event: (runId, event) => {
          events.set(runId, [...(events.get(runId) ?? []), event])
          happened()
        },
      },
    ],
  })
  return {
    runs,
    pool,
    now,
    setClock: () => {
      later = 0
    },
    wait: (seconds) => {
      later += seconds * 1000
    },
    start(client, input, more = {}) {
      const { endpoint, pools } = pool.describe()
      const { clientSecret, ...of } = clientOf(pools, client)
      const region = 'us-east-1'
      return runs.start({
        profileId: 'p',
        client: {
          ...of,
          ...(clientSecret !== undefined && {
            clientSecret: Secret.of('client secret', clientSecret),
          }),
        },
        target: { ...of, profileName: 'Practice', region, endpoint, practice: true },
        region,
        endpoint,
        credentials: { kind: 'practice' },
        input,
        known: {},
        automatic: {},
        timeoutMs: 15_000,
        ...more,
      })
    },
    eventsOf: (runId) => events.get(runId) ?? [],
    async stopped(runId, seen = 0) {
      for (;;) {
        const stops = (events.get(runId) ?? []).filter(
          (event) => event.type === 'prompted' || event.type === 'ended',
        )
        const stop = stops[seen]
        if (stop) return stop
        await new Promise<void>((resolve) => {
          happened = resolve
        })
      }
    },
    sentCode: () => pool.outbox().at(-1)?.code ?? '',
    async close() {
      await runs.close()
      sender.close()
      if (!started) await pool.close()
    },
  }
}
