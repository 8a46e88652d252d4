import type Database from 'libsql'
import { annotateRuns } from './annotate-runs.ts'
import { busyTimeout } from './busy-timeout.ts'
import { unlessFull } from './damage.ts'
import { filteredRuns, type FilteredRuns } from './filtered-runs.ts'
import { firstVersionRuns, noFirstVersionRuns } from './first-version-runs.ts'
import { newestRefreshToken, runIdsBetween } from './lookup-sql.ts'
import { unpackRun } from './packed-run.ts'
import { pastRunsOf } from './past-runs.ts'
import { preparedStatements } from './prepared-statements.ts'
import { prunableOf } from './retention.ts'
import { unpinnedRuns } from './retention-sql.ts'
import type { HistoryRowOf } from './history-row.ts'
import { runWriter, type RunWriter } from './run-writer.ts'
import { forgetDeleted } from './schema.ts'
import { findShownRun } from './shown-run.ts'
import { historyRowIn, type StoredRow } from './stored-row.ts'
import { partsOfRun } from './stored-content.ts'
import { storedFilters } from './stored-filters.ts'
import { storedSalvage, type StoredSalvage } from './stored-salvage.ts'
import { storedText } from './stored-text.ts'
import { writeTransaction } from './write-transaction.ts'
import type { StoredRun, TraceStore } from './trace-store.ts'

/** A {@link TraceStore} whose calls are done when they return. */
export type ImmediateTraceStore = {
  readonly [Method in keyof TraceStore]: (
    ...args: Parameters<TraceStore[Method]>
  ) => Awaited<ReturnType<TraceStore[Method]>>
} & Pick<FilteredRuns, 'readAhead' | 'statisticsInSteps'> &
  StoredSalvage &
  Pick<RunWriter, 'append' | 'packEnded' | 'packLeft'> & {
    /** Moves some runs of the first version's tables. @returns how many are left */
    readonly migrateSome: () => number
    /** Moves the journal into the file, unless another process is reading it. */
    readonly checkpoint: () => void
    /** Whether there are tables of the first version. */
    readonly hasEarlierRuns: boolean
  }

/** How many runs of the first version are moved in one transaction. */
const migratedAtOnce = 20

const setDeleted = 'UPDATE runs SET deleted = ? WHERE id = (SELECT id FROM rows WHERE run_id = ?)'

/** Moves what the journal has into the file, unless somebody else is reading or writing. */
function checkpoint(database: Database.Database): void {
  database.pragma('busy_timeout = 0')
  try {
    database.pragma('wal_checkpoint(TRUNCATE)')
  } catch {
    // Damage and a full disk are met again by whoever reads or writes.
  } finally {
    database.pragma(`busy_timeout = ${String(busyTimeout)}`)
  }
}

/** The store over an open database, which it closes. */
export function sqliteTraceStore(
  database: Database.Database,
  rowOf: HistoryRowOf,
): ImmediateTraceStore {
  const statements = preparedStatements(database)
  const { all, one, run } = statements
  const dictionaryRow = one('SELECT text FROM dictionaries WHERE id = 1') as
    | { text: ArrayBuffer }
    | undefined
  const dictionary = Buffer.from(dictionaryRow?.text ?? new ArrayBuffer(0))
  const writer = runWriter(database, statements, dictionary, rowOf)
  const { append, packEnded, packLeft, save, write } = writer
  const annotateAll = annotateRuns(database, statements, writer)
  const earlier = firstVersionRuns(database)
  /** Which runs this process deleted, so that another one does not forget them. */
  const session = Date.now() + Math.random()

  const found = (sql: string, ...values: unknown[]) => one(sql, ...values) as StoredRow | undefined

  function contentOf(stored: StoredRow): StoredRun {
    const parts = partsOfRun(statements, stored.id)
    if (parts.length === 0) throw new Error('The run is gone.')
    return { run: historyRowIn(stored), ...unpackRun(parts, dictionary) }
  }

  const markAll = writeTransaction(database, (runIds: readonly string[], deleted: number) => {
    for (const runId of runIds) run(setDeleted, deleted, runId)
  })
  function mark(runIds: readonly string[], deleted: number): void {
    for (const runId of runIds) earlier.moveOne(runId, write)
    markAll(runIds, deleted)
  }

  return {
    ...filteredRuns(database, statements),
    ...storedFilters(statements),
    ...storedSalvage(statements),
    append,
    packEnded,
    packLeft,
    save: (stored) => {
      earlier.moveOne(stored.run.runId, write)
      save(stored)
    },
    idsBeginningWith: (prefix, limit) => {
      const rows = all(runIdsBetween, prefix, `${prefix}\u{10ffff}`, limit) as {
        run_id: ArrayBuffer
      }[]
      return rows.map(({ run_id: runId }) => storedText(runId))
    },
    open: (runId) => {
      earlier.moveOne(runId, write)
      const shown = findShownRun(statements, runId)
      return shown && contentOf(shown)
    },
    withRefreshToken: (profileId, username) => {
      const newest = found(newestRefreshToken, profileId, username)
      return newest && contentOf(newest)
    },
    ofUser: pastRunsOf(statements, dictionary),
    annotate: (runIds, annotation) => {
      for (const runId of runIds) earlier.moveOne(runId, write)
      return annotateAll(runIds, annotation)
    },
    delete: (runIds) => {
      mark(runIds, session)
    },
    restore: (runIds) => {
      mark(runIds, 0)
    },
    prunable: (limits) => {
      const rows = all(unpinnedRuns) as { run_id: ArrayBuffer; started_at: number; bytes: number }[]
      const sized = rows.map(({ bytes, run_id: runId, started_at: startedAt }) => {
        return { runId: storedText(runId), startedAt, bytes }
      })
      return prunableOf(sized, limits, Date.now())
    },
    hasEarlierRuns: earlier !== noFirstVersionRuns,
    migrateSome: () => earlier.moveSome(migratedAtOnce, write),
    checkpoint: () => {
      checkpoint(database)
    },
    close: () => {
      try {
        // Without room the journal stays, and has everything: the next start goes on with it.
        unlessFull(() => {
          packEnded()
          forgetDeleted(database, `= ${String(session)}`)
          run("INSERT OR REPLACE INTO state VALUES ('ended well', 1)")
          database.pragma('wal_checkpoint(TRUNCATE)')
        })
      } finally {
        database.close()
      }
    },
  }
}
