import type { HistoryRow } from '#contract/routes/history.ts'
import { filterColumns, type FilterColumns } from '#engine/query/filter-columns.ts'
import { callDurationsOf, countedKindOf } from '#engine/query/run-statistics.ts'
import { kindFlags, kindTexts } from './filter-sql.ts'
import type { PreparedStatements } from './prepared-statements.ts'

const kindNames = [...kindTexts, ...kindFlags]

const findKind = `SELECT id FROM kinds WHERE ${kindNames.map((name) => `"${name}" = ?`).join(' AND ')}`

const insertKind = `
  INSERT INTO kinds (${[...kindNames, 'searched'].map((name) => `"${name}"`).join(', ')})
  VALUES (${kindNames.map(() => '?').join(', ')}, ?) RETURNING id`

const findCounted = 'SELECT id FROM counted_kinds WHERE kind = ?'
const insertCounted = 'INSERT INTO counted_kinds (kind) VALUES (?) RETURNING id'

const insertColumns = `
  INSERT INTO runs (
    kind, service_ms, note, pinned, own, counted, durations, user, started_at, id)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

// Without user and start, so that only the index of days is written, and that where the kind is another.
const updateColumns = `
  UPDATE runs SET kind = ?, service_ms = ?, note = ?, pinned = ?, own = ?, counted = ?, durations = ?
  WHERE user = ? AND started_at = ? AND id = ?`

const updateAllColumns = `
  UPDATE runs SET kind = ?, service_ms = ?, note = ?, pinned = ?, own = ?, counted = ?,
    durations = ?, user = ?, started_at = ? WHERE id = ?`

/** The id that a query gives, if it gives one. */
function idFrom(
  { one }: Pick<PreparedStatements, 'one'>,
  sql: string,
  ...values: unknown[]
): number | undefined {
  return (one(sql, ...values) as { id: number } | undefined)?.id
}

/** The id of a row that is inserted. */
export function insertedId(
  statements: Pick<PreparedStatements, 'one'>,
  sql: string,
  ...values: unknown[]
): number {
  const id = idFrom(statements, sql, ...values)
  if (id === undefined) throw new Error('The database wrote a row without an ID.')
  return id
}

/** Writes the columns by which a run is filtered, and what statistics add up. */
export type WriteColumns = (
  id: number,
  row: HistoryRow,
  /** What the row was, if it was. */
  before: HistoryRow | undefined,
) => void

/** How many kinds are remembered; most runs are of a few. */
const maxRemembered = 200

/** Looks up ids of kinds, which are never removed, and remembers them. */
function rememberedIds(statements: Pick<PreparedStatements, 'one'>, select: string) {
  const known = new Map<string, number>()
  return (values: readonly (string | number)[], insert: () => number): number => {
    const key = JSON.stringify(values)
    const remembered = known.get(key)
    if (remembered !== undefined) return remembered
    const id = idFrom(statements, select, ...values)
    // What is inserted may be rolled back.
    if (id === undefined) return insert()
    if (known.size >= maxRemembered) known.clear()
    known.set(key, id)
    return id
  }
}

/** Within a transaction of the caller. */
export function columnWriter(statements: PreparedStatements): WriteColumns {
  const idOfKind = rememberedIds(statements, findKind)
  const idOfCounted = rememberedIds(statements, findCounted)

  function kindOf(columns: FilterColumns): number {
    const values = kindNames.map((name) => columns[name])
    const searched = kindTexts.map((name) => columns[name]).join('\n')
    return idOfKind(values, () => insertedId(statements, insertKind, ...values, searched))
  }

  function countedKind(row: HistoryRow): number {
    const kind = JSON.stringify(countedKindOf(row))
    return idOfCounted([kind], () => insertedId(statements, insertCounted, kind))
  }

  return function writeColumns(id: number, row: HistoryRow, before: HistoryRow | undefined): void {
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
    statements.run(isKnown ? updateColumns : before ? updateAllColumns : insertColumns, ...values)
  }
}
