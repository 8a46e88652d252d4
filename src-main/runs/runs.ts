import type { HistoryDay, HistoryRow, SavedFilter } from '#contract/routes/history.ts'
import type { Run as RunRow } from '#contract/routes/runs.ts'
import { BridgeError } from '#contract/failure.ts'
import type { RecordedTrace } from '#engine/import/recorded-traces.ts'
import type { Filter } from '#engine/query/filter.ts'
import type { RunStatistics } from '#engine/query/run-statistics.ts'
import { reveal, type Secret } from '#engine/secret/secret.ts'
import type { WireValues } from '#engine/wire/wire-values.ts'
import type { TraceEvent } from '#engine/trace/event.ts'
import type { MarkedSecret } from '#engine/trace/marked-secret.ts'
import { timeline } from '#engine/trace/timeline.ts'
import type { TransportFailure } from '#engine/wire/transport-failure.ts'
import type { Answer } from '#engine/wire/read-answer.ts'
import type { WireRequest } from '#engine/wire/request.ts'
import { addRun } from '#main/trace-store/all-runs.ts'
import type { PrunableRuns, RetentionLimits } from '#main/trace-store/retention.ts'
import type { Annotation, PageQuery, StoredRun, TraceStore } from '#main/trace-store/trace-store.ts'
import { recordedRunId } from './recorded-run-id.ts'
import { findKeptRun } from './find-kept-run.ts'
import { refreshTokenOf, tokensOf, type RunToken, type RefreshToken } from './run-tokens.ts'
import type { FirstCall, ComputedForCall } from './call.ts'
import { changedRequest, type RetryChange } from './changed-request.ts'
import { factsBefore } from './facts-before.ts'
import { keptRuns } from './kept-runs.ts'
import { subjectOf, type PastRun } from './past-run.ts'
import { Run } from './run.ts'
import { RunArchive } from './run-archive.ts'
import type { ProfileRunRequest } from './run-dependencies.ts'
import type { RunObserver } from './run-observer.ts'
import { runRow } from './run-row.ts'
import type { RunsPorts } from './runs-ports.ts'
import { storedRecording } from './stored-recording.ts'

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
  ): Promise<void>
  /** @throws BridgeError `run-unknown`, `run-not-waiting`, `answer-not-computed` */
  answerAutomatically(
    runId: string,
    clientMetadata: Readonly<Record<string, string>>,
    fault?: string,
  ): Promise<void>
  /**
   * Makes the automatic answer without sending it; gives its values, secret ones as marks.
   * @throws BridgeError `run-unknown`, `run-not-waiting`, `answer-not-computed`
   */
  compute(runId: string): Promise<Readonly<Record<string, string>>>
  /**
   * Makes an account call after a sign-in has ended, as a step of its trace.
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
  retry(runId: string, change: RetryChange): Promise<string>
  cancel(runId: string): void
  /** Runs of the history that pass a filter, newest first. */
  page(query: PageQuery): Promise<readonly HistoryRow[]>
  days(filter: Filter): Promise<readonly HistoryDay[]>
  statistics(filter: Filter): Promise<RunStatistics>
  savedFilters(): Promise<readonly SavedFilter[]>
  saveFilters(filters: readonly SavedFilter[]): Promise<void>
  /** @throws BridgeError `run-unknown` */
  annotate(runIds: readonly string[], annotation: Annotation): Promise<readonly HistoryRow[]>
  /** @throws BridgeError `run-unknown` */
  open(runId: string): Promise<OpenRun>
  /** The sign-in with its secrets and bytes, for an export. @throws BridgeError `run-unknown` */
  stored(runId: string): Promise<StoredRun>
  delete(runIds: readonly string[]): Promise<void>
  restore(runIds: readonly string[]): Promise<void>
  /** Runs that these limits leave no room for. */
  prunable(limits: RetentionLimits): Promise<PrunableRuns>
  /** Stores the current state of a sign-in that another program performed. */
  save(stored: StoredRun): Promise<void>
  secret(runId: string, mark: string): Promise<Secret | undefined>
  /** The tokens that a sign-in ended with; none before. */
  tokens(runId: string): Promise<readonly RunToken[]>
  /** The newest refresh token that this user got through this profile. */
  lastRefreshToken(profileId: string, username: string): Promise<RefreshToken | undefined>
  /** What the history has of a user, newest first. */
  keptRunsOf(username: string): Promise<readonly PastRun[]>
  /** Keeps a sign-in that another program performed, unless it is kept already. @returns its id */
  keep(recorded: RecordedTrace): Promise<string>
  /** The id under which such a sign-in is kept already. */
  keptId(recorded: RecordedTrace): Promise<string | undefined>
  /** Keeps everything in another store from now on, up to so many runs of the present one included. */
  moveTo(store: TraceStore, max: number): Promise<void>
  /** Cancels what is under way, and keeps everything that is not kept yet. */
  close(): Promise<void>
}

/** How many of the most recently ended sign-ins can be continued by further calls. */
const maxEnded = 30

interface Live {
  readonly run: Run
  readonly start: ProfileRunRequest
}

/** Opens the sign-ins over a store. */
export function createRuns(from: RunsPorts): Runs {
  const { application, ports, send, triggersOf } = from
  const newId = () => Buffer.from(ports.randomBytes(8)).toString('hex')
  const live = new Map<string, Live>()
  const archive = new RunArchive({
    ...from,
    snapshot: (runId) => {
      const one = live.get(runId)
      return one && snapshot(runId, one)
    },
    saved: () => {
      forgetEnded(live)
    },
  })
  const observers: readonly RunObserver[] = [...(from.observers ?? []), archive]

  /** A run under way, or one that ended lately. @throws BridgeError `run-unknown`, or what is said */
  async function liveRun(runId: string, otherwise: BridgeError): Promise<Live> {
    const one = live.get(runId)
    if (one && !archive.isDeleted(runId)) return one
    await archive.stored(runId)
    throw otherwise
  }
  const driven = async (runId: string) => (await liveRun(runId, notWaiting())).run
  /**
   * Begins a run with what others say about it. Not a part of {@link open}: what a run calls back
   * would hold on to the others, and so each run to all before it.
   */
  async function beginRun(runId: string, first: FirstCall | undefined): Promise<void> {
    const one = live.get(runId)
    if (!one) return
    const subject = subjectOf(one.start)
    const kept = await keptRuns(archive, from.keptRunsOf, subject.username, [...live.keys()])
    one.run.begin(first, () => [
      ...(one.start.facts ?? []),
      ...factsBefore(subject, [...runsBefore(runId, live), ...kept], ports.now()),
    ])
  }

  function open(start: ProfileRunRequest, first?: FirstCall): string {
    const runId = newId()
    const run = new Run(start, { ...ports, application, send, triggersOf }, (event, fresh) => {
      if (fresh.length > 0) for (const { marked } of observers) marked?.(runId, fresh)
      for (const { event: told } of observers) told?.(runId, event)
    })
    live.set(runId, { run, start })
    for (const { begun } of observers) begun?.(runId, start)
    // The caller learns the id before the first event with it.
    setImmediate(() => void beginRun(runId, first))
    return runId
  }

  return {
    start: (start) => open(start),
    begin: (start, request) => {
      let runId = ''
      const answer = new Promise<Answer | TransportFailure>((answered) => {
        runId = open(start, { request, answered })
      })
      return { runId, answer }
    },
    retry: async (runId, change) =>
      open(changedRequest((await liveRun(runId, notRepeatable())).start, change)),
    answer: async (runId, answers, clientMetadata, fault) => {
      const run = await driven(runId)
      for (const { answering } of observers) answering?.(runId, answers)
      run.answer(answers, clientMetadata, fault)
    },
    answerAutomatically: async (runId, clientMetadata, fault) =>
      (await driven(runId)).answerAutomatically(clientMetadata, fault),
    compute: async (runId) => (await driven(runId)).compute(),
    call: async (runId, request, computed) =>
      (await liveRun(runId, notLive())).run.call(request, computed),
    cancel: (runId) => live.get(runId)?.run.cancel(),
    page: (query) => archive.page(query),
    days: (filter) => archive.days(filter),
    statistics: (filter) => archive.statistics(filter),
    savedFilters: () => archive.savedFilters(),
    saveFilters: (filters) => archive.saveFilters(filters),
    annotate: (runIds, annotation) => archive.annotate(runIds, annotation),
    open: async (runId) => {
      const { events, run, secrets } = await archive.stored(runId)
      return { run, events, secrets: [...secrets].map(markedSecret) }
    },
    stored: (runId) => archive.stored(runId),
    delete: async (runIds) => {
      for (const runId of runIds) live.get(runId)?.run.cancel()
      await archive.delete(runIds)
    },
    restore: (runIds) => archive.restore(runIds),
    prunable: (limits) => archive.prunable(limits),
    save: (stored) => archive.save(stored),
    secret: async (runId, mark) => (await archive.stored(runId)).secrets.get(mark),
    tokens: async (runId) => tokensOf(await archive.stored(runId)),
    lastRefreshToken: async (profileId, username) =>
      refreshTokenOf(await archive.withRefreshToken(profileId, username)),
    keptRunsOf: (username) => keptRuns(archive, from.keptRunsOf, username),
    ...recordedRuns(archive),
    moveTo: (next, max) => archive.moveTo(next, max),
    close: async () => {
      for (const { run } of live.values()) run.cancel()
      await archive.close()
    },
  }
}

function forgetEnded(live: Map<string, Live>): void {
  const ended = [...live].filter(([, { run }]) => run.hasEnded)
  for (const [runId] of ended.slice(0, -maxEnded)) live.delete(runId)
}

/** Those begun before a run, newest first. */
function runsBefore(runId: string, live: ReadonlyMap<string, Live>): readonly PastRun[] {
  const ids = [...live.keys()]
  return [...live.values()].slice(0, ids.indexOf(runId)).reverse().map(pastRun)
}

const pastRun = ({ run: { trace }, start }: Live): PastRun => ({
  ...subjectOf(start),
  view: () => timeline(trace.written.events),
  secret: (mark) => trace.open(mark),
})

function recordedRuns(archive: RunArchive): Pick<Runs, 'keep' | 'keptId'> {
  const storedAs = (recorded: RecordedTrace): StoredRun => {
    const { events, open } = recorded
    const runId = recordedRunId(events, (mark) => open(mark) !== undefined)
    return storedRecording(runId, recorded)
  }
  return {
    keep: async (recorded) => {
      const stored = storedAs(recorded)
      const kept = await findKeptRun(archive, stored)
      if (kept !== undefined) return kept
      await addRun(archive, { stored })
      return stored.run.runId
    },
    keptId: (recorded) => findKeptRun(archive, storedAs(recorded)),
  }
}

const notWaiting = () =>
  new BridgeError(
    'run-not-waiting',
    'This sign-in has ended, so its session takes no answer. Start over to answer.',
  )

const notRepeatable = () =>
  new BridgeError('run-not-live', 'The inputs of this sign-in are no longer stored. Sign in again.')

const notLive = () =>
  new BridgeError(
    'run-not-live',
    'This sign-in can no longer be continued. Sign in again, and call with the new tokens.',
  )

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

const markedSecret = ([mark, secret]: readonly [string, Secret]): MarkedSecret => {
  return { mark, kind: secret.kind, length: reveal(secret).length }
}
