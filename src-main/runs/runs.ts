import type { Run as RunRow } from '#contract/routes/runs.ts'
import { BridgeError } from '#contract/failure.ts'
import type { RecordedTrace } from '#engine/import/recorded-traces.ts'
import { reveal, type Secret } from '#engine/secret/secret.ts'
import type { Ports } from '#engine/catalogue/ports.ts'
import type { WireValues } from '#engine/wire/wire-values.ts'
import type { TraceEvent } from '#engine/trace/event.ts'
import type { RawTriggerExecution } from '#engine/redaction/redact-trigger-execution.ts'
import type { MarkedSecret } from '#engine/trace/mark-registry.ts'
import type { TransportFailure } from '#engine/wire/transport-failure.ts'
import type { Answer } from '#engine/wire/read-answer.ts'
import type { WireRequest } from '#engine/wire/request.ts'
import type { SendOperation } from '#main/http/send-operation.ts'
import { memoryTraceStore } from '#main/trace-store/memory-trace-store.ts'
import type { StoredRun, TraceStore } from '#main/trace-store/trace-store.ts'
import { refreshTokenOf, tokensOf, type RunToken, type RefreshToken } from './run-tokens.ts'
import type { FirstCall, ComputedForCall } from './call.ts'
import { changedRequest, type RetryChange } from './changed-request.ts'
import { historyFacts } from './earlier-sign-ins.ts'
import { Run } from './run.ts'
import type { RunRequest } from './run-dependencies.ts'
import { runRow } from './run-row.ts'
import { storedRecording } from './stored-recording.ts'

/** What the sign-ins take from outside. */
export interface RunsPorts {
  readonly ports: Ports
  readonly send: SendOperation
  readonly store: TraceStore
  /** The triggers that the practice pool ran for the request of this id. */
  readonly triggersOf?: (requestId: string) => readonly RawTriggerExecution[]
  /** Name and version, as in `Authscope 0.1.0`. */
  readonly application: string
  readonly onEvent?: (runId: string, event: TraceEvent) => void
  /** Called before the event in which the marks first stand. */
  readonly onSecrets?: (runId: string, secrets: readonly MarkedSecret[]) => void
  /** A sign-in could not be kept: a sentence for the person. The sign-in itself goes on. */
  readonly onStoreFailure?: (message: string) => void
}

/** A sign-in of a profile. */
export interface ProfileRunRequest extends RunRequest {
  readonly profileId: string
}

/** A sign-in as a view opens it. */
export interface OpenRun {
  readonly run: RunRow
  readonly events: readonly TraceEvent[]
  readonly secrets: readonly MarkedSecret[]
}

/** A trace that a call began. */
export interface BegunByCall {
  readonly runId: string
  readonly answer: Promise<Answer | TransportFailure>
}

/** All sign-ins: those under way, and those that are kept. */
export interface Runs {
  start(start: ProfileRunRequest): string
  /** Begins a trace with another call than a sign-in’s; further calls go on in it. */
  begin(start: ProfileRunRequest, request: WireRequest): BegunByCall
  /** @throws BridgeError `run-unknown`, `run-not-waiting` */
  answer(
    runId: string,
    answers: WireValues,
    clientMetadata: Readonly<Record<string, string>>,
    fault?: string,
  ): void
  /** @throws BridgeError `run-unknown`, `run-not-waiting`, `answer-not-made` */
  answerAutomatically(
    runId: string,
    clientMetadata: Readonly<Record<string, string>>,
    fault?: string,
  ): Promise<void>
  /**
   * Makes the automatic answer without sending it; gives its values, secret ones as marks.
   * @throws BridgeError `run-unknown`, `run-not-waiting`, `answer-not-made`
   */
  compute(runId: string): Promise<Readonly<Record<string, string>>>
  /**
   * Makes a call beside a sign-in that has ended, as a step of its trace.
   * @throws BridgeError `run-unknown`, `run-not-ended`, `run-not-live`
   */
  call(
    runId: string,
    request: WireRequest,
    computed?: ComputedForCall,
  ): Promise<Answer | TransportFailure>
  /**
   * Starts a sign-in once more with the same inputs, but for a change.
   * @throws BridgeError `run-unknown`, `run-not-live`
   */
  retry(runId: string, change: RetryChange): string
  cancel(runId: string): void
  list(search: string): readonly RunRow[]
  /** @throws BridgeError `run-unknown` */
  open(runId: string): OpenRun
  /** The sign-in with its secrets and bytes, for an export. @throws BridgeError `run-unknown` */
  stored(runId: string): StoredRun
  delete(runId: string): void
  /** @throws BridgeError `run-unknown` */
  restore(runId: string): RunRow
  /** Keeps a sign-in that another program performed, as it stands now. */
  save(stored: StoredRun): void
  secret(runId: string, mark: string): Secret | undefined
  /** The tokens that a sign-in ended with; none before. */
  tokens(runId: string): readonly RunToken[]
  /** The newest refresh token that this user got through this profile. */
  lastRefreshToken(profileId: string, username: string): RefreshToken | undefined
  /** Keeps a sign-in that another program performed. @returns its id */
  keep(recorded: RecordedTrace): string
  /** Keeps everything in another store from now on, what the present one holds included. */
  moveTo(store: TraceStore): void
  /** Cancels what is under way, and keeps everything that is not kept yet. */
  close(): void
}

/** Milliseconds in which events are gathered before they are kept, so that a sign-in waits for no disk. */
const gathering = 150

/** Of how many sign-ins the tokens are opened to find out whose they are. */
const maxSearchedForOwner = 20

/** How many of the sign-ins that ended last can be gone on with by further calls. */
const maxEnded = 30

interface Live {
  readonly run: Run
  readonly start: ProfileRunRequest
}

/** Opens the sign-ins over a store. */
export function createRuns(from: RunsPorts): Runs {
  const { application, onEvent, onSecrets, onStoreFailure, ports, send, triggersOf } = from
  let { store } = from
  const live = new Map<string, Live>()
  /** Holds what the store could not take, so that nothing is lost before the application ends. */
  const spare = memoryTraceStore()
  const unsaved = new Set<string>()
  const deleted = new Set<string>()
  let timer: NodeJS.Timeout | undefined

  function save(): void {
    clearTimeout(timer)
    timer = undefined
    for (const runId of unsaved) {
      const one = live.get(runId)
      if (!one) continue
      saveStored(snapshot(runId, one))
    }
    unsaved.clear()
    const ended = [...live].filter(([, { run }]) => run.hasEnded)
    for (const [runId] of ended.slice(0, -maxEnded)) live.delete(runId)
  }

  function saveStored(stored: StoredRun): void {
    try {
      store.save(stored)
    } catch (error) {
      spare.save(stored)
      onStoreFailure?.(
        `This sign-in could not be written to the history and is in memory only: ${error instanceof Error ? error.message : String(error)}`,
      )
    }
  }

  function stored(runId: string): StoredRun {
    const one = live.get(runId)
    const found = deleted.has(runId) ? undefined : one ? snapshot(runId, one) : kept(runId)
    if (found) return found
    throw new BridgeError('run-unknown', 'This sign-in is no longer in the history.')
  }

  const kept = (runId: string) => spare.open(runId) ?? store.open(runId)

  function list(search: string): readonly RunRow[] {
    save()
    const rows = [...spare.list(search), ...store.list(search)]
    return [...new Map(rows.map((row) => [row.runId, row])).values()].sort(
      (a, b) => b.startedAt - a.startedAt,
    )
  }

  function driven(runId: string): Run {
    const one = live.get(runId)
    if (one) return one.run
    stored(runId)
    throw new BridgeError(
      'run-not-waiting',
      'This sign-in has ended, so its session takes no answer. Start over to answer.',
    )
  }

  function requestOf(runId: string): ProfileRunRequest {
    const one = live.get(runId)
    if (one && !deleted.has(runId)) return one.start
    stored(runId)
    throw new BridgeError(
      'run-not-live',
      'The inputs of this sign-in are no longer stored. Sign in again.',
    )
  }

  function open(start: ProfileRunRequest, first?: FirstCall): string {
    const runId = newId()
    const newestFirst = [...live.values()].reverse().map(({ run, start: request }) => ({
      request,
      events: () => run.trace.written.events,
    }))
    const run = new Run(start, { ...ports, application, send, triggersOf }, (event, fresh) => {
      if (fresh.length > 0) onSecrets?.(runId, fresh)
      onEvent?.(runId, event)
      unsaved.add(runId)
      timer ??= setTimeout(save, gathering)
    })
    live.set(runId, { run, start })
    // The caller learns the id before the first event with it.
    setImmediate(() => {
      run.begin(first, () => [
        ...historyFacts(start, newestFirst, ports.now()),
        ...(start.facts ?? []),
      ])
    })
    return runId
  }

  const newId = () => Buffer.from(ports.randomBytes(8)).toString('hex')

  return {
    start: (start) => open(start),
    begin: (start, request) => {
      let runId = ''
      const answer = new Promise<Answer | TransportFailure>((answered) => {
        runId = open(start, { request, answered })
      })
      return { runId, answer }
    },
    retry: (runId, change) => open(changedRequest(requestOf(runId), change)),
    answer: (runId, answers, clientMetadata, fault) => {
      driven(runId).answer(answers, clientMetadata, fault)
    },
    answerAutomatically: async (runId, clientMetadata, fault) => {
      await driven(runId).answerAutomatically(clientMetadata, fault)
    },
    compute: (runId) => driven(runId).compute(),
    call: async (runId, request, computed) => {
      const one = live.get(runId)
      if (one && !deleted.has(runId)) return one.run.call(request, computed)
      stored(runId)
      throw new BridgeError(
        'run-not-live',
        'This sign-in can no longer be continued. Sign in again, and call with the new tokens.',
      )
    },
    cancel: (runId) => {
      live.get(runId)?.run.cancel()
    },
    list,
    open: (runId) => {
      const { events, run, secrets } = stored(runId)
      return { run, events, secrets: [...secrets].map(markedSecret) }
    },
    stored,
    delete: (runId) => {
      live.get(runId)?.run.cancel()
      save()
      deleted.add(runId)
      spare.delete(runId)
      store.delete(runId)
    },
    restore: (runId) => {
      deleted.delete(runId)
      const run = spare.restore(runId) ?? store.restore(runId)
      if (run) return run
      throw new BridgeError('run-unknown', 'This sign-in can no longer be restored.')
    },
    save: (stored) => {
      if (!deleted.has(stored.run.runId)) saveStored(stored)
    },
    secret: (runId, mark) => stored(runId).secrets.get(mark),
    tokens: (runId) => tokensOf(stored(runId)),
    lastRefreshToken: (profileId, username) => {
      const ofProfile = list('').filter((run) => run.profileId === profileId)
      for (const run of ofProfile.filter((each) => each.username === username)) {
        const found = refreshTokenOf(kept(run.runId))
        if (found) return found
      }
      // Who signs in by an alias has another name in the tokens, over which a refresh is hashed.
      const signedIn = ofProfile.filter(({ state }) => state === 'tokens')
      for (const run of signedIn.slice(0, maxSearchedForOwner)) {
        const found = refreshTokenOf(kept(run.runId))
        if (found?.owner === username) return found
      }
      return undefined
    },
    keep: (recorded) => {
      const runId = newId()
      saveStored(storedRecording(runId, recorded))
      return runId
    },
    moveTo: (next) => {
      for (const { runId } of list('')) {
        const one = kept(runId)
        if (one) next.save(one)
      }
      store.close()
      store = next
    },
    close: () => {
      for (const { run } of live.values()) run.cancel()
      save()
      store.close()
    },
  }
}

function snapshot(runId: string, { run, start }: Live): StoredRun {
  const { trace } = run
  const { bytes, events } = trace.written
  const secrets = trace.secrets().flatMap(({ mark }) => {
    const secret = trace.open(mark)
    return secret ? [[mark, secret] as const] : []
  })
  return {
    run: runRow(
      runId,
      { profileId: start.profileId, profileName: start.target.profileName },
      events,
    ),
    events: [...events],
    secrets: new Map(secrets),
    bytes: [...bytes],
  }
}

const markedSecret = ([mark, secret]: readonly [string, Secret]): MarkedSecret => ({
  mark,
  kind: secret.kind,
  length: reveal(secret).length,
})
