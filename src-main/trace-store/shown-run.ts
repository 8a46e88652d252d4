import { damaged, DamagedFileError } from './damage.ts'
import { shownRun } from './lookup-sql.ts'
import type { PreparedStatements } from './prepared-statements.ts'
import type { StoredRow } from './stored-row.ts'

/**
 * A run by its id, unless it is deleted.
 * @throws DamagedFileError where its row is there, and the columns that every run has are not found
 */
export function findShownRun(
  { one }: Pick<PreparedStatements, 'one'>,
  runId: string,
): StoredRow | undefined {
  const found = one(shownRun, runId) as
    | (StoredRow & { readonly deleted: number | null })
    | undefined
  if (found?.deleted === null) throw new DamagedFileError(damaged)
  return found?.deleted === 0 ? found : undefined
}
