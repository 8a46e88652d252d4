import type {
  HistoryDay,
  HistoryPosition,
  HistoryRow,
  SavedFilter,
} from '#contract/routes/history.ts'
import type { Run } from '#contract/routes/runs.ts'
import type { Filter } from '#engine/query/filter.ts'
import type { RunStatistics } from '#engine/query/run-statistics.ts'
import type { RunOrder } from '#engine/query/run-order.ts'
import type { Secret } from '#engine/secret/secret.ts'
import type { TraceEvent } from '#engine/trace/event.ts'
import type { PrunableRuns, RetentionLimits } from './retention.ts'
import type { AttemptBytes } from './attempt-bytes.ts'

/** One sign-in as it is kept: open events, and what their marks stand for. */
export interface StoredRun {
  readonly run: Run
  readonly events: readonly TraceEvent[]
  /** In the order in which they were first seen. */
  readonly secrets: ReadonlyMap<string, Secret>
  readonly bytes: readonly AttemptBytes[]
}

/** A run as later sign-ins look at it: without bytes, and without events that say nothing to them. */
export type PastStoredRun = Omit<StoredRun, 'bytes'>

/** Which runs a page contains. */
export interface PageQuery {
  readonly filter: Filter
  /** The page begins after this run. */
  readonly after?: HistoryPosition
  /** How many runs to leave out after that. */
  readonly skip?: number
  readonly limit: number
  /** Newest first by default. `after` goes with that alone. */
  readonly order?: RunOrder
}

/** What a person adds to a run; what is absent stays. */
export interface Annotation {
  readonly note?: string | undefined
  readonly pinned?: boolean | undefined
}

/**
 * Where sign-ins are kept. Calls are carried out in the order in which they are made, and any of them
 * may fail when the disk does.
 */
export interface TraceStore {
  /** Stores the current state of a sign-in. */
  save(stored: StoredRun): Promise<void>
  page(query: PageQuery): Promise<readonly HistoryRow[]>
  count(filter: Filter): Promise<number>
  /** How many runs each local day has, newest first. */
  days(filter: Filter): Promise<readonly HistoryDay[]>
  /** What the runs that pass add up to. */
  statistics(filter: Filter): Promise<RunStatistics>
  savedFilters(): Promise<readonly SavedFilter[]>
  saveFilters(filters: readonly SavedFilter[]): Promise<void>
  open(runId: string): Promise<StoredRun | undefined>
  /** Ids that begin so, up to this many. */
  idsBeginningWith(prefix: string, limit: number): Promise<readonly string[]>
  /** The newest run through this profile in which this user, or who signed in as it, got a refresh token. */
  withRefreshToken(profileId: string, username: string): Promise<StoredRun | undefined>
  /**
   * The newest runs in which this user name signed in, whatever its case and the app client. Those
   * of `except` count towards the limit and are not read.
   */
  ofUser(
    username: string,
    limit: number,
    except?: readonly string[],
  ): Promise<readonly PastStoredRun[]>
  /** @returns those of the runs that are there, as they are now */
  annotate(runIds: readonly string[], annotation: Annotation): Promise<readonly HistoryRow[]>
  /** Hides runs until {@link restore}; gone for good when the store closes. */
  delete(runIds: readonly string[]): Promise<void>
  restore(runIds: readonly string[]): Promise<void>
  /** Runs that these limits leave no room for; nothing is deleted by this. */
  prunable(limits: RetentionLimits): Promise<PrunableRuns>
  close(): Promise<void>
}
