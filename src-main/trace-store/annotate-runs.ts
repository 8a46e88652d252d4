import type Database from 'libsql'
import type { HistoryRow } from '#contract/routes/history.ts'
import type { PreparedStatements } from './prepared-statements.ts'
import type { RunWriter } from './run-writer.ts'
import { findShownRun } from './shown-run.ts'
import { historyRowIn } from './stored-row.ts'
import type { Annotation } from './trace-store.ts'
import { writeTransaction } from './write-transaction.ts'

/** Writes what a person adds to runs, to all of them or to none, and gives those that are there. */
export const annotateRuns = (
  database: Database.Database,
  statements: PreparedStatements,
  { replaceRow }: Pick<RunWriter, 'replaceRow'>,
): ((runIds: readonly string[], annotation: Annotation) => readonly HistoryRow[]) =>
  writeTransaction(database, (runIds, annotation) =>
    runIds.flatMap((runId) => {
      const shown = findShownRun(statements, runId)
      if (!shown) return []
      const before = historyRowIn(shown)
      const row = withAnnotation(before, annotation)
      replaceRow(shown.id, row, before)
      return [row]
    }),
  )

function withAnnotation(
  { note: noteBefore, pinned: wasPinned, ...rest }: HistoryRow,
  { note = noteBefore, pinned = wasPinned }: Annotation,
): HistoryRow {
  return { ...rest, ...(note && { note }), ...(pinned && { pinned: true }) }
}
