import type Database from 'libsql'
import type { HistoryRow, SavedFilter } from '#contract/routes/history.ts'
import { filterColumns, type FilterColumns } from '#engine/query/filter-columns.ts'
import type { Filter } from '#engine/query/filter.ts'
import { newestFirst } from '#engine/query/run-order.ts'
import { RunCounter } from '#engine/query/run-numbers.ts'
import { unlessFull } from './damage.ts'
import { filterSql, kindFlags, kindTexts } from './filter-sql.ts'
import { failureStates } from '#engine/query/failure-states.ts'
import { historyRowOf } from './history-row.ts'
import { firstVersionRuns } from './first-version-runs.ts'
import { localDaySql, startOfLocalDay } from './local-day.ts'
import { newestRefreshToken, runIdsBetween, shownRun } from './lookup-sql.ts'
import { orderSql } from './order-sql.ts'
import { packRun, unpackRun } from './packed-run.ts'
import { prunableOf } from './retention.ts'
import { unpinnedRuns } from './retention-sql.ts'
import { refreshTokenOwners } from './refresh-token-owners.ts'
import { forgetDeleted } from './schema.ts'
import { storedJson, storedText } from './stored-text.ts'
import { writeTransaction } from './write-transaction.ts'
import type { Annotation, PageQuery, StoredRun, TraceStore } from './trace-store.ts'

/** A {@link TraceStore} whose calls are done when they return. */
export type ImmediateTraceStore = {
  readonly [Method in keyof TraceStore]: (
    ...args: Parameters<TraceStore[Method]>
  ) => Awaited<ReturnType<TraceStore[Method]>>
} & {
  /** Moves some runs of the first version's tables. @returns how many are left */
  readonly migrateSome: () => number
}

/** How many rows are in memory at once while all are counted. */
const countedAtOnce = 2000

/** How many runs of the first version are moved in one transaction. */
const migratedAtOnce = 20

interface Kept {
  readonly id: number
  readonly row: ArrayBuffer
}

const rowOf = ({ row }: Pick<Kept, 'row'>) => storedJson(row) as HistoryRow

/** The store over an open database, which it closes. */
export function sqliteTraceStore(database: Database.Database): ImmediateTraceStore {
  const statements = new Map<string, Database.Statement>()
  // Texts of statements come from here alone, but for filters, whose number has no bound.
  const prepared = (sql: string) => {
    const known = statements.get(sql)
    if (known) return known
    const statement = database.prepare(sql)
    statements.set(sql, statement)
    return statement
  }
  const one = (sql: string, ...values: unknown[]): unknown => prepared(sql).get(...values)
  const run = (sql: string, ...values: unknown[]) => {
    prepared(sql).run(...values)
  }
  /** Which runs this process deleted, so that another one does not forget them. */
  const session = Date.now() + Math.random()
  const { text } = (one('SELECT text FROM dictionaries WHERE id = 1') as
    { text: ArrayBuffer } | undefined) ?? {
    text: new ArrayBuffer(0),
  }
  const dictionary = Buffer.from(text)
  const earlier = firstVersionRuns(database)

  const shown = (runId: string) => one(shownRun, runId) as Kept | undefined

  function kindOf(columns: FilterColumns): number {
    const names = [...kindTexts, ...kindFlags]
    const values = names.map((name) => columns[name])
    const found = one(
      `SELECT id FROM kinds WHERE ${names.map((name) => `"${name}" = ?`).join(' AND ')}`,
      ...values,
    ) as { id: number } | undefined
    if (found) return found.id
    run(
      `INSERT INTO kinds (${[...names, 'searched'].map((name) => `"${name}"`).join(', ')})
       VALUES (${names.map(() => '?').join(', ')}, ?)`,
      ...values,
      kindTexts.map((name) => columns[name]).join('\n'),
    )
    return ((one('SELECT last_insert_rowid() AS id') as { id: number } | undefined) ?? { id: 0 }).id
  }

  function writeColumns(id: number, row: HistoryRow): void {
    const columns = filterColumns(row)
    const own = [columns.user, row.message, row.note].filter(Boolean).join('\n').toLowerCase()
    run(
      `INSERT INTO runs (id, kind, started_at, service_ms, note, pinned, user, own)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, started_at = excluded.started_at,
         service_ms = excluded.service_ms, note = excluded.note, pinned = excluded.pinned,
         user = excluded.user, own = excluded.own`,
      ...[id, kindOf(columns), columns.started_at, columns.service_ms],
      ...[columns.note, columns.pinned, columns.user, own.replaceAll('\0', '')],
    )
  }

  function write(stored: StoredRun): void {
    const { runId, profileId, startedAt } = stored.run
    const before = one('SELECT id, CAST(row AS BLOB) AS row FROM rows WHERE run_id = ?', runId) as
      Kept | undefined
    const row = historyRowOf(stored, before && rowOf(before))
    const { bytes, events } = packRun(stored, dictionary)
    const { id } = (one(
      `INSERT INTO rows (run_id, row, events, bytes) VALUES (?, ?, ?, ?)
       ON CONFLICT (run_id) DO UPDATE SET row = excluded.row, events = excluded.events,
         bytes = excluded.bytes
       RETURNING id`,
      ...[runId, JSON.stringify(row), events, bytes],
    ) as { id: number } | undefined) ?? { id: 0 }
    writeColumns(id, row)
    run('DELETE FROM refresh_tokens WHERE run = ?', id)
    for (const owner of refreshTokenOwners(stored))
      run('INSERT INTO refresh_tokens VALUES (?, ?, ?, ?)', profileId, owner, startedAt, id)
  }
  const save = writeTransaction(database, write)

  const annotate = writeTransaction(database, (id: number, row: HistoryRow) => {
    run('UPDATE rows SET row = ? WHERE id = ?', JSON.stringify(row), id)
    writeColumns(id, row)
  })

  /** Runs that pass, and the parameters of the condition. */
  function passing(filter: Filter) {
    const { sql, values } = filterSql(filter)
    return { where: `deleted = 0 AND ${sql}`, values }
  }

  function contentOf(id: number, row: ArrayBuffer): StoredRun {
    const packed = one('SELECT events, bytes FROM rows WHERE id = ?', id) as
      { events: ArrayBuffer; bytes: ArrayBuffer } | undefined
    if (!packed) throw new Error('The run is gone.')
    const { events, bytes } = packed
    const content = unpackRun(
      { events: new Uint8Array(events), bytes: new Uint8Array(bytes) },
      dictionary,
    )
    return { run: rowOf({ row }), ...content }
  }

  const markAll = writeTransaction(database, (runIds: readonly string[], deleted: number) => {
    for (const runId of runIds)
      run(
        'UPDATE runs SET deleted = ? WHERE id = (SELECT id FROM rows WHERE run_id = ?)',
        ...[deleted, runId],
      )
  })
  function mark(runIds: readonly string[], deleted: number): void {
    for (const runId of runIds) earlier.moveOne(runId, write)
    markAll(runIds, deleted)
  }

  return {
    save: (stored) => {
      earlier.moveOne(stored.run.runId, write)
      save(stored)
    },
    page: ({ after, filter, limit, order = newestFirst, skip = 0 }: PageQuery) => {
      const { values, where } = passing(filter)
      const from = after ? shown(after.runId)?.id : undefined
      const position =
        after && from !== undefined
          ? 'AND (started_at, id) < (?, ?)'
          : after
            ? 'AND started_at < ?'
            : ''
      const { key, terms } = orderSql(order)
      const rows = database
        .prepare(
          `SELECT CAST(row AS BLOB) AS row FROM rows JOIN
             (SELECT id, started_at, ${key} AS ordered FROM runs WHERE ${where} ${position}
              ORDER BY ${terms('runs')} LIMIT ? OFFSET ?) AS page USING (id)
           ORDER BY ${terms('page')}`,
        )
        .all(
          ...values,
          ...(after ? [after.startedAt, ...(from === undefined ? [] : [from])] : []),
          limit,
          skip,
        ) as Kept[]
      return rows.map(rowOf)
    },
    count: (filter) => {
      const { values, where } = passing(filter)
      const found = database
        .prepare(`SELECT count(*) AS count FROM runs WHERE ${where}`)
        .get(...values)
      return (found as { count: number }).count
    },
    days: (filter) => {
      const { values, where } = passing(filter)
      const span = database
        .prepare(
          `SELECT CAST((SELECT min(started_at) FROM runs) AS REAL) AS first,
             CAST((SELECT max(started_at) FROM runs) AS REAL) AS last`,
        )
        .get() as { first: number | null; last: number | null }
      const day = localDaySql('started_at', span.first ?? 0, span.last ?? 0)
      const rows = database
        .prepare(
          `SELECT ${day} AS day, count(*) AS runs, sum(kind IN (
             SELECT id FROM kinds WHERE status IN (${failureStates.map(() => '?').join(', ')})
           )) AS failed FROM runs WHERE ${where} GROUP BY day ORDER BY day DESC`,
        )
        .all(...failureStates, ...values) as { day: number; runs: number; failed: number }[]
      return rows.map(({ day: number, failed, runs }) => {
        return { at: startOfLocalDay(number), runs, failed }
      })
    },
    numbers: (filter) => {
      const { values, where } = passing(filter)
      const page = database.prepare(
        `SELECT started_at, id, CAST(row AS BLOB) AS row FROM runs JOIN rows USING (id)
         WHERE ${where} AND (started_at, id) < (?, ?)
         ORDER BY started_at DESC, id DESC LIMIT ${String(countedAtOnce)}`,
      )
      const counter = new RunCounter()
      let from: { started_at: number; id: number } | undefined = { started_at: Infinity, id: 0 }
      while (from) {
        const kept = page.all(...values, from.started_at, from.id) as (Kept & {
          started_at: number
        })[]
        for (const one of kept) counter.add(rowOf(one))
        from = kept.length < countedAtOnce ? undefined : kept.at(-1)
      }
      return counter.numbers()
    },
    savedFilters: () => {
      const kept = one("SELECT CAST(value AS BLOB) AS value FROM state WHERE name = 'filters'") as
        { value: ArrayBuffer } | undefined
      return kept ? (storedJson(kept.value) as SavedFilter[]) : []
    },
    saveFilters: (filters) => {
      run("INSERT OR REPLACE INTO state VALUES ('filters', ?)", JSON.stringify(filters))
    },
    idsBeginningWith: (prefix, limit) => {
      const rows = prepared(runIdsBetween).all(prefix, `${prefix}\u{10ffff}`, limit) as {
        run_id: ArrayBuffer
      }[]
      return rows.map(({ run_id: runId }) => storedText(runId))
    },
    open: (runId) => {
      earlier.moveOne(runId, write)
      const kept = shown(runId)
      return kept && contentOf(kept.id, kept.row)
    },
    withRefreshToken: (profileId, username) => {
      const newest = one(newestRefreshToken, profileId, username) as Kept | undefined
      return newest && contentOf(newest.id, newest.row)
    },
    annotate: (runId: string, { note, pinned }: Annotation) => {
      earlier.moveOne(runId, write)
      const kept = shown(runId)
      if (!kept) return undefined
      const { note: noteBefore, pinned: pinnedBefore, ...rest } = rowOf(kept)
      const newNote = note ?? noteBefore
      const newPinned = pinned ?? pinnedBefore
      const row = { ...rest, ...(newNote && { note: newNote }), ...(newPinned && { pinned: true }) }
      annotate(kept.id, row)
      return row
    },
    delete: (runIds) => {
      mark(runIds, session)
    },
    restore: (runIds) => {
      mark(runIds, 0)
    },
    prunable: (limits) => {
      const rows = prepared(unpinnedRuns).all() as {
        run_id: ArrayBuffer
        started_at: number
        bytes: number
      }[]
      const sized = rows.map(({ bytes, run_id: runId, started_at: startedAt }) => {
        return { runId: storedText(runId), startedAt, bytes }
      })
      return prunableOf(sized, limits, Date.now())
    },
    migrateSome: () => earlier.moveSome(migratedAtOnce, write),
    close: () => {
      try {
        // Without room the journal stays, and has everything: the next start goes on with it.
        unlessFull(() => {
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
