import type Database from 'libsql'
import type { HistoryDay, HistoryRow } from '#contract/routes/history.ts'
import { startOfDay } from '#engine/query/days-of-runs.ts'
import { failureStates } from '#engine/query/failure-states.ts'
import type { Filter } from '#engine/query/filter.ts'
import type { RunStatistics } from '#engine/query/run-statistics.ts'
import { newestFirst } from '#engine/query/run-order.ts'
import { countRuns } from './count-runs.ts'
import { filterSql } from './filter-sql.ts'
import { orderSql } from './order-sql.ts'
import type { PreparedStatements } from './prepared-statements.ts'
import { findShownRun } from './shown-run.ts'
import { inStretch, stretches } from './stretches.ts'
import { historyRowIn, type StoredRow } from './stored-row.ts'
import type { PageQuery } from './trace-store.ts'

/** What is listed and counted of the runs that pass a filter and are not deleted. */
export interface FilteredRuns {
  readonly page: (query: PageQuery) => HistoryRow[]
  readonly count: (filter: Filter) => number
  readonly days: (filter: Filter) => HistoryDay[]
  readonly statistics: (filter: Filter) => RunStatistics
  /** The same in steps, between which other things may be done. */
  readonly statisticsInSteps: (filter: Filter) => Generator<undefined, RunStatistics>
  /** Has SQLite's memory hold what filters read, in steps, so that the first filter need not wait. */
  readonly readAhead: () => Generator<undefined, void>
}

const failedKinds = `SELECT id FROM kinds WHERE status IN (${failureStates.map(() => '?').join(', ')})`

/** A filter's statements are not kept: there is no bound to how many filters a person types. */
export function filteredRuns(
  database: Database.Database,
  statements: PreparedStatements,
): FilteredRuns {
  /** The condition on `runs`, and its parameters. */
  function passing(filter: Filter) {
    const { sql, values } = filterSql(filter)
    return { where: `deleted = 0 AND ${sql}`, values }
  }

  /** The condition on what stands behind a run in the list, even one that is deleted by now. */
  function behind(after: PageQuery['after']) {
    if (!after) return { sql: '', values: [] }
    const { runId, startedAt } = after
    const shown = findShownRun(statements, runId)
    return shown
      ? { sql: 'AND (started_at, id) < (?, ?)', values: [startedAt, shown.id] }
      : { sql: 'AND started_at < ?', values: [startedAt] }
  }

  function statisticsInSteps(filter: Filter) {
    const { values, where } = passing(filter)
    return countRuns(database, statements, { sql: where, values })
  }

  return {
    page: ({ after, filter, limit, order = newestFirst, skip = 0 }) => {
      const { values, where } = passing(filter)
      const position = behind(after)
      const { key, terms } = orderSql(order)
      const rows = database
        .prepare(
          // A run without a row is damage, and not left out.
          `SELECT CAST(row AS BLOB) AS row FROM
             (SELECT id, started_at, ${key} AS ordered FROM runs WHERE ${where} ${position.sql}
              ORDER BY ${terms('runs')} LIMIT ? OFFSET ?) AS page LEFT JOIN rows USING (id)
           ORDER BY ${terms('page')}`,
        )
        .all(...values, ...position.values, limit, skip) as StoredRow[]
      return rows.map(historyRowIn)
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
      const latest = database.prepare(
        `SELECT started_at AS at FROM runs WHERE ${where} AND started_at < ?
         ORDER BY started_at DESC LIMIT 1`,
      )
      const counts = database.prepare(
        `SELECT count(*) AS runs, sum(kind IN (${failedKinds})) AS failed FROM runs
         WHERE ${where} AND started_at >= ? AND started_at <= ?`,
      )
      const days: HistoryDay[] = []
      for (let before = Infinity; ;) {
        const found = latest.get(...values, before) as { at: number } | undefined
        if (!found) return days
        const at = startOfDay(found.at)
        const { failed, runs } = counts.get(...failureStates, ...values, at, found.at) as {
          failed: number
          runs: number
        }
        days.push({ at, runs, failed })
        before = at
      }
    },
    statistics: (filter) => {
      const steps = statisticsInSteps(filter)
      for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value
    },
    statisticsInSteps,
    *readAhead() {
      for (const stretch of stretches(statements)) {
        statements.one(`SELECT sum(length(own)) FROM runs WHERE ${inStretch}`, ...stretch)
        yield
      }
    },
  }
}
