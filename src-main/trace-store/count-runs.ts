import type Database from 'libsql'
import {
  callDurationsOf,
  countedKindOf,
  RunCounter,
  type CallDurations,
  type CountedKind,
  type RunStatistics,
} from '#engine/query/run-statistics.ts'
import { startOfDay } from '#engine/query/days-of-runs.ts'
import type { SqlCondition } from './filter-sql.ts'
import { localDaySql, startOfLocalDay } from './local-day.ts'
import type { PreparedStatements } from './prepared-statements.ts'
import { inStretch, stretches } from './stretches.ts'
import { historyRowIn, type StoredRow } from './stored-row.ts'
import { storedJson, storedText } from './stored-text.ts'
import { writeTransaction } from './write-transaction.ts'

/** How many runs of an earlier version are read at once. */
const readAtOnce = 500
const quarterMs = 900_000
const twoDays = 2 * 86_400_000

/** Runs of one kind that began on one day, or in one quarter of an hour. */
interface CountedGroup {
  readonly counted: number
  readonly span: number
  /** JSON of what each took, joined by commas. */
  readonly durations: ArrayBuffer
}

/** Adds up the runs that pass a condition on `runs`, in steps between which other things may be done. */
export function* countRuns(
  database: Database.Database,
  statements: PreparedStatements,
  condition: SqlCondition,
): Generator<undefined, RunStatistics> {
  const readSome = earlierRunsReader(database, statements)
  while (readSome() > 0) yield
  const { all } = statements
  const kinds = new Map(
    (
      all('SELECT id, CAST(kind AS BLOB) AS kind FROM counted_kinds') as {
        id: number
        kind: ArrayBuffer
      }[]
    ).map(({ id, kind }) => [id, storedJson(kind) as CountedKind]),
  )
  const { first, last } = yield* timesOf(database, statements, condition)
  // The statistics of two days are by the hour.
  const byQuarter = startOfDay(last) - startOfDay(first) <= twoDays
  const span = byQuarter
    ? `CAST(floor(started_at / ${String(quarterMs)}) AS INTEGER)`
    : localDaySql('started_at', first, last)
  const startOf = byQuarter ? (number: number) => number * quarterMs : startOfLocalDay
  const groups = database.prepare(
    `SELECT counted, ${span} AS span, CAST(group_concat(durations) AS BLOB) AS durations FROM runs
     WHERE ${condition.sql} AND ${inStretch}
     GROUP BY counted, span`,
  )
  const counter = new RunCounter()
  for (const stretch of stretches(statements)) {
    for (const group of groups.all(...condition.values, ...stretch) as CountedGroup[]) {
      const kind = kinds.get(group.counted)
      if (!kind) continue
      const runs = JSON.parse(`[${storedText(group.durations)}]`) as CallDurations[]
      counter.addAll(kind, startOf(group.span), runs)
    }
    yield
  }
  return counter.statistics()
}

/** When the first and the last of the runs that pass began; both 0 where none does. */
function* timesOf(
  database: Database.Database,
  statements: PreparedStatements,
  condition: SqlCondition,
): Generator<undefined, { readonly first: number; readonly last: number }> {
  const ends = database.prepare(
    `SELECT CAST(min(started_at) AS REAL) AS first, CAST(max(started_at) AS REAL) AS last FROM runs
     WHERE ${condition.sql} AND ${inStretch}`,
  )
  const times: number[] = []
  for (const stretch of stretches(statements)) {
    const found = ends.get(...condition.values, ...stretch) as Readonly<
      Record<'first' | 'last', number | null>
    >
    if (found.first !== null && found.last !== null) times.push(found.first, found.last)
    yield
  }
  return times.length === 0
    ? { first: 0, last: 0 }
    : { first: Math.min(...times), last: Math.max(...times) }
}

/** Writes the columns that are counted for runs that were kept before there were any. */
function earlierRunsReader(
  database: Database.Database,
  { all, one, run }: PreparedStatements,
): () => number {
  const uncounted = () =>
    all(
      `SELECT id, CAST(row AS BLOB) AS row FROM rows
       WHERE id IN (SELECT id FROM runs WHERE counted IS NULL LIMIT ${String(readAtOnce)})`,
    ) as StoredRow[]
  const write = writeTransaction(database, (rows: readonly StoredRow[]) => {
    for (const stored of rows) {
      const row = historyRowIn(stored)
      const kind = JSON.stringify(countedKindOf(row))
      run('INSERT OR IGNORE INTO counted_kinds (kind) VALUES (?)', kind)
      const { id } = one('SELECT id FROM counted_kinds WHERE kind = ?', kind) as { id: number }
      const durations = JSON.stringify(callDurationsOf(row))
      run('UPDATE runs SET counted = ?, durations = ? WHERE id = ?', id, durations, stored.id)
    }
  })
  return () => {
    const rows = uncounted()
    if (rows.length > 0) write(rows)
    return rows.length
  }
}
