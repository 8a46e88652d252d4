import type Database from 'libsql'
import type { HistoryRow } from '#contract/routes/history.ts'
import { filterColumns, type FilterColumns } from '#engine/query/filter-columns.ts'
import { callDurationsOf, countedKindOf } from '#engine/query/run-statistics.ts'
import { kindFlags, kindTexts } from './filter-sql.ts'
import type { HistoryRowOf } from './history-row.ts'
import { contentText, packRun } from './packed-run.ts'
import { pastContentOf } from './past-content.ts'
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
  readonly replaceRow: (id: number, row: HistoryRow, before: HistoryRow) => void
}

const kindNames = [...kindTexts, ...kindFlags]

const findKind = `SELECT id FROM kinds WHERE ${kindNames.map((name) => `"${name}" = ?`).join(' AND ')}`

const insertKind = `
  INSERT INTO kinds (${[...kindNames, 'searched'].map((name) => `"${name}"`).join(', ')})
  VALUES (${kindNames.map(() => '?').join(', ')}, ?) RETURNING id`

const insertColumns = `
  INSERT INTO runs (
    kind, service_ms, note, pinned, own, counted, durations, user, started_at, id)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

// Without the columns that the indexes are over, none of which is written then.
const updateColumns = `
  UPDATE runs SET kind = ?, service_ms = ?, note = ?, pinned = ?, own = ?, counted = ?, durations = ?
  WHERE user = ? AND started_at = ? AND id = ?`

const updateAllColumns = `
  UPDATE runs SET kind = ?, service_ms = ?, note = ?, pinned = ?, own = ?, counted = ?,
    durations = ?, user = ?, started_at = ? WHERE id = ?`

const insertRow = 'INSERT INTO rows (row, events, bytes, run_id) VALUES (?, ?, ?, ?) RETURNING id'
const updateRow = 'UPDATE rows SET row = ?, events = ?, bytes = ? WHERE id = ?'

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

  function countedKind(row: HistoryRow): number {
    const kind = JSON.stringify(countedKindOf(row))
    return (
      idFrom('SELECT id FROM counted_kinds WHERE kind = ?', kind) ??
      insertedId('INSERT INTO counted_kinds (kind) VALUES (?) RETURNING id', kind)
    )
  }

  /** @param before what the row was, if it was */
  function writeColumns(id: number, row: HistoryRow, before: HistoryRow | undefined): void {
    const columns = filterColumns(row)
    const own = [columns.user, row.message, row.note].filter(Boolean).join('\n').toLowerCase()
    const values = [
      kindOf(columns),
      columns.service_ms,
      columns.note,
      columns.pinned,
      own.replaceAll('\0', ''),
      countedKind(row),
      JSON.stringify(callDurationsOf(row)),
      columns.user,
      columns.started_at,
      id,
    ]
    const isKnown = before?.startedAt === row.startedAt && before.username === row.username
    run(isKnown ? updateColumns : before ? updateAllColumns : insertColumns, ...values)
  }

  function write(stored: StoredRun): void {
    const { runId, profileId, startedAt } = stored.run
    const known = one('SELECT id, CAST(row AS BLOB) AS row FROM rows WHERE run_id = ?', runId) as
      | StoredRow
      | undefined
    const before = known && historyRowIn(known)
    const row = rowOf(stored, before)
    const { bytes, events } = packRun(stored, dictionary)
    const content = [JSON.stringify(row), events, bytes]
    if (known) run(updateRow, ...content, known.id)
    const id = known?.id ?? insertedId(insertRow, ...content, runId)
    writeColumns(id, row, before)
    // Until it has ended it changes, and is looked at as a whole.
    if (stored.events.some(({ type }) => type === 'ended'))
      run('INSERT OR REPLACE INTO past_runs VALUES (?, ?)', id, contentText(pastContentOf(stored)))
    if (known) run('DELETE FROM refresh_tokens WHERE run = ?', id)
    for (const owner of refreshTokenOwners(stored))
      run('INSERT INTO refresh_tokens VALUES (?, ?, ?, ?)', profileId, owner, startedAt, id)
  }

  return {
    write,
    save: writeTransaction(database, write),
    replaceRow: writeTransaction(database, (id: number, row: HistoryRow, before: HistoryRow) => {
      run('UPDATE rows SET row = ? WHERE id = ?', JSON.stringify(row), id)
      writeColumns(id, row, before)
    }),
  }
}
