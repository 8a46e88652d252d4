import type Database from 'libsql'
import type { HistoryDay, HistoryRow } from '#contract/routes/history.ts'
import { failureStates } from '#engine/query/failure-states.ts'
import type { Filter } from '#engine/query/filter.ts'
import type { RunStatistics } from '#engine/query/run-statistics.ts'
import { newestFirst } from '#engine/query/run-order.ts'
import { countRuns } from './count-runs.ts'
import { filterSql } from './filter-sql.ts'
import { localDaySql, startOfLocalDay } from './local-day.ts'
import { orderSql } from './order-sql.ts'
import type { PreparedStatements } from './prepared-statements.ts'
import { findShownRun } from './shown-run.ts'
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
}

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
      const span = statements.one(
        `SELECT CAST((SELECT min(started_at) FROM runs) AS REAL) AS first,
           CAST((SELECT max(started_at) FROM runs) AS REAL) AS last`,
      ) as { first: number | null; last: number | null }
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
    statistics: (filter) => {
      const steps = statisticsInSteps(filter)
      for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value
    },
    statisticsInSteps,
  }
}
