import { BridgeError } from '#contract/failure.ts'
import type { HistoryDay, HistoryRow, SavedFilter } from '#contract/routes/history.ts'
import type { Filter } from '#engine/query/filter.ts'
import { inOrder, newestFirst } from '#engine/query/run-order.ts'
import type { RunStatistics } from '#engine/query/run-statistics.ts'
import { copyRuns } from '#main/trace-store/copy-runs.ts'
import { memoryTraceStore } from '#main/trace-store/memory-trace-store.ts'
import { isDamagedRun } from '#main/trace-store/stored-events.ts'
import type {
  Annotation,
  PageQuery,
  PastStoredRun,
  StoredRun,
  TraceStore,
} from '#main/trace-store/trace-store.ts'
import type { PrunableRuns, RetentionLimits } from '#main/trace-store/retention.ts'
import type { RunObserver } from './run-observer.ts'

/** What the archive takes from outside. */
export interface RunArchiveDependencies {
  readonly store: TraceStore
  /** A run under way as it stands now; none when it is not under way. */
  readonly snapshot: (runId: string) => StoredRun | undefined
  /** Told when everything that was written so far has been handed to the store. */
  readonly saved: () => void
  /** Told when runs of the history are other than before: the list has to be read again. */
  readonly onHistoryChange?: (() => void) | undefined
  /** A run could not be kept: a sentence for the person. */
  readonly onStoreFailure?: ((message: string) => void) | undefined
}

/**
 * Milliseconds in which events are gathered before they are kept, so that a run waits for no disk. Its
 * first ones are kept at once: a kill then leaves no call that nothing is known of.
 */
const gathering = 150

/** The runs that are kept, whatever store they are in. Persists each run as its events are written. */
export class RunArchive implements RunObserver {
  readonly #from: RunArchiveDependencies
  #store: TraceStore
  /** Holds what the store could not take, so that nothing is lost before the application ends. */
  readonly #spare = memoryTraceStore()
  readonly #unsaved = new Set<string>()
  /** With what was to be kept of a run since it was deleted, for the case that it is restored. */
  readonly #deleted = new Map<string, StoredRun | undefined>()
  /** Runs without an event so far. */
  readonly #new = new Set<string>()
  #timer: NodeJS.Timeout | undefined

  constructor(from: RunArchiveDependencies) {
    this.#from = from
    this.#store = from.store
  }

  readonly begun = (runId: string): void => {
    this.#new.add(runId)
  }

  readonly event = (runId: string): void => {
    this.#unsaved.add(runId)
    const isFirst = this.#new.delete(runId)
    if (isFirst) clearTimeout(this.#timer)
    if (isFirst || this.#timer === undefined)
      this.#timer = setTimeout(
        () => {
          this.#flush()
        },
        isFirst ? 0 : gathering,
      )
  }

  /** Hands over what is not kept yet; the store does it before whatever it is asked next. */
  #flush(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const grown = [...this.#unsaved].flatMap((runId) => this.#from.snapshot(runId) ?? [])
    this.#unsaved.clear()
    this.#from.saved()
    if (grown.length > 0)
      void Promise.all(grown.map((stored) => this.#write(stored))).then(() =>
        this.#from.onHistoryChange?.(),
      )
  }

  async #write(stored: StoredRun): Promise<void> {
    try {
      await this.#store.save(stored)
    } catch (error) {
      await this.#spare.save(stored)
      this.#from.onStoreFailure?.(
        `This sign-in could not be written to the history and is in memory only: ${error instanceof Error ? error.message : String(error)}`,
      )
    }
  }

  isDeleted(runId: string): boolean {
    return this.#deleted.has(runId)
  }

  /** Keeps a run as it is; one that was deleted, as soon as it is restored. */
  async save(stored: StoredRun): Promise<void> {
    const { runId } = stored.run
    if (this.#deleted.has(runId)) {
      this.#deleted.set(runId, stored)
      return
    }
    await this.#write(stored)
    this.#from.onHistoryChange?.()
  }

  /** A run as it stands now; none where it is unknown or was deleted. */
  async open(runId: string): Promise<StoredRun | undefined> {
    if (this.#deleted.has(runId)) return undefined
    return (
      this.#from.snapshot(runId) ??
      (await this.#spare.open(runId)) ??
      (await this.#store.open(runId))
    )
  }

  /** A run as it stands now. @throws BridgeError `run-unknown` */
  async stored(runId: string): Promise<StoredRun> {
    const found = await this.open(runId)
    if (found) return found
    throw unknown()
  }

  /** The newest run of this user that got a refresh token; none when it cannot be read. */
  async withRefreshToken(profileId: string, username: string): Promise<StoredRun | undefined> {
    this.#flush()
    try {
      return (
        (await this.#spare.withRefreshToken(profileId, username)) ??
        (await this.#store.withRefreshToken(profileId, username))
      )
    } catch (error) {
      if (isDamagedRun(error)) return undefined
      throw error
    }
  }

  /** The newest kept runs of a user, whose words are evidence: none where they cannot be read. */
  async ofUser(
    username: string,
    limit: number,
    except: readonly string[] = [],
  ): Promise<readonly PastStoredRun[]> {
    if (username === '') return []
    try {
      const [own, kept] = [
        await this.#spare.ofUser(username, limit, except),
        await this.#store.ofUser(username, limit, except),
      ]
      return [...new Map([...own, ...kept].map((one) => [one.run.runId, one])).values()]
        .sort((a, b) => b.run.startedAt - a.run.startedAt)
        .slice(0, limit)
    } catch {
      return []
    }
  }

  async page(query: PageQuery): Promise<readonly HistoryRow[]> {
    this.#flush()
    const [own, rows] = [await this.#spare.page(query), await this.#store.page(query)]
    if (own.length === 0) return rows
    return [...new Map([...own, ...rows].map((row) => [row.runId, row])).values()]
      .sort(inOrder(query.order ?? newestFirst))
      .slice(0, query.limit)
  }

  days(filter: Filter): Promise<readonly HistoryDay[]> {
    this.#flush()
    return this.#store.days(filter)
  }

  statistics(filter: Filter): Promise<RunStatistics> {
    this.#flush()
    return this.#store.statistics(filter)
  }

  savedFilters(): Promise<readonly SavedFilter[]> {
    return this.#store.savedFilters()
  }

  saveFilters(filters: readonly SavedFilter[]): Promise<void> {
    return this.#store.saveFilters(filters)
  }

  /** @throws BridgeError `run-unknown` when none of them is there */
  async annotate(
    runIds: readonly string[],
    annotation: Annotation,
  ): Promise<readonly HistoryRow[]> {
    this.#flush()
    const own = await this.#spare.annotate(runIds, annotation)
    const spare = new Set(own.map(({ runId }) => runId))
    const others = runIds.filter((runId) => !spare.has(runId))
    const stored = others.length > 0 ? await this.#store.annotate(others, annotation) : []
    if (own.length + stored.length === 0) throw unknown()
    return [...own, ...stored]
  }

  /** Hides runs until they are restored. */
  async delete(runIds: readonly string[]): Promise<void> {
    for (const runId of runIds) this.#deleted.set(runId, undefined)
    this.#flush()
    await this.#spare.delete(runIds)
    await this.#store.delete(runIds)
  }

  async restore(runIds: readonly string[]): Promise<void> {
    await this.#spare.restore(runIds)
    await this.#store.restore(runIds)
    const grown = runIds.flatMap((runId) => this.#deleted.get(runId) ?? [])
    for (const runId of runIds) this.#deleted.delete(runId)
    await Promise.all(grown.map((stored) => this.#write(stored)))
  }

  prunable(limits: RetentionLimits): Promise<PrunableRuns> {
    this.#flush()
    return this.#store.prunable(limits)
  }

  /** Keeps everything in another store from now on. @param max how many runs go along */
  async moveTo(next: TraceStore, max: number): Promise<void> {
    this.#flush()
    const before = this.#store
    // From here on what is new goes there; what was kept follows.
    this.#store = next
    await copyRuns(before, next, max)
    await before.close()
    this.#from.onHistoryChange?.()
  }

  async close(): Promise<void> {
    this.#flush()
    await this.#store.close()
  }
}

const unknown = () => new BridgeError('run-unknown', 'This sign-in is no longer in the history.')
