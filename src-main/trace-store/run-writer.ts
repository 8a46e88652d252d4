import type Database from 'libsql'
import type { HistoryRow } from '#contract/routes/history.ts'
import { filterColumns, type FilterColumns } from '#engine/query/filter-columns.ts'
import { kindFlags, kindTexts } from './filter-sql.ts'
import type { HistoryRowOf } from './history-row.ts'
import { packRun } from './packed-run.ts'
import type { PreparedStatements } from './prepared-statements.ts'
import { refreshTokenOwners } from './refresh-token-owners.ts'
import { historyRowIn, type StoredRow } from './stored-row.ts'
import type { StoredRun } from './trace-store.ts'
import { writeTransaction } from './write-transaction.ts'

/** Writes runs into the tables, and with each the columns that it is filtered by. */
export interface RunWriter {
  /** Within a transaction of the caller. */
  readonly write: (stored: StoredRun) => void
  readonly save: (stored: StoredRun) => void
  /** Replaces the row of a run that is stored, without its content. */
  readonly replaceRow: (id: number, row: HistoryRow) => void
}

const kindNames = [...kindTexts, ...kindFlags]

const findKind = `SELECT id FROM kinds WHERE ${kindNames.map((name) => `"${name}" = ?`).join(' AND ')}`

const insertKind = `
  INSERT INTO kinds (${[...kindNames, 'searched'].map((name) => `"${name}"`).join(', ')})
  VALUES (${kindNames.map(() => '?').join(', ')}, ?) RETURNING id`

const upsertColumns = `
  INSERT INTO runs (id, kind, started_at, service_ms, note, pinned, user, own)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, started_at = excluded.started_at,
    service_ms = excluded.service_ms, note = excluded.note, pinned = excluded.pinned,
    user = excluded.user, own = excluded.own`

const upsertRow = `
  INSERT INTO rows (run_id, row, events, bytes) VALUES (?, ?, ?, ?)
  ON CONFLICT (run_id) DO UPDATE SET row = excluded.row, events = excluded.events,
    bytes = excluded.bytes
  RETURNING id`

/**
 * @param dictionary what the content of each run is compressed with
 * @param rowOf what the list shows of a run: it diagnoses the run, which takes long to load
 */
export function runWriter(
  database: Database.Database,
  { one, run }: PreparedStatements,
  dictionary: Buffer,
  rowOf: HistoryRowOf,
): RunWriter {
  function idFrom(sql: string, ...values: unknown[]): number | undefined {
    return (one(sql, ...values) as { id: number } | undefined)?.id
  }
  function insertedId(sql: string, ...values: unknown[]): number {
    const id = idFrom(sql, ...values)
    if (id === undefined) throw new Error('The database wrote a row without an id.')
    return id
  }

  function kindOf(columns: FilterColumns): number {
    const values = kindNames.map((name) => columns[name])
    const searched = kindTexts.map((name) => columns[name]).join('\n')
    return idFrom(findKind, ...values) ?? insertedId(insertKind, ...values, searched)
  }

  function writeColumns(id: number, row: HistoryRow): void {
    const columns = filterColumns(row)
    const own = [columns.user, row.message, row.note].filter(Boolean).join('\n').toLowerCase()
    run(
      upsertColumns,
      id,
      kindOf(columns),
      columns.started_at,
      columns.service_ms,
      columns.note,
      columns.pinned,
      columns.user,
      own.replaceAll('\0', ''),
    )
  }

  function write(stored: StoredRun): void {
    const { runId, profileId, startedAt } = stored.run
    const before = one('SELECT id, CAST(row AS BLOB) AS row FROM rows WHERE run_id = ?', runId) as
      | StoredRow
      | undefined
    const row = rowOf(stored, before && historyRowIn(before))
    const { bytes, events } = packRun(stored, dictionary)
    const id = insertedId(upsertRow, runId, JSON.stringify(row), events, bytes)
    writeColumns(id, row)
    run('DELETE FROM refresh_tokens WHERE run = ?', id)
    for (const owner of refreshTokenOwners(stored))
      run('INSERT INTO refresh_tokens VALUES (?, ?, ?, ?)', profileId, owner, startedAt, id)
  }

  return {
    write,
    save: writeTransaction(database, write),
    replaceRow: writeTransaction(database, (id: number, row: HistoryRow) => {
      run('UPDATE rows SET row = ? WHERE id = ?', JSON.stringify(row), id)
      writeColumns(id, row)
    }),
  }
}
