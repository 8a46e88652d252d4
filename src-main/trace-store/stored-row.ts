import type { HistoryRow } from '#contract/routes/history.ts'
import { damaged, DamagedFileError } from './damage.ts'
import { storedJson } from './stored-text.ts'

/** A row of the history as it is selected: its number, and its JSON as bytes. */
export interface StoredRow {
  readonly id: number
  /** Null where it should be and is not. */
  readonly row: ArrayBuffer | null
}

/** The row itself. @throws DamagedFileError */
export function historyRowIn({ row }: Pick<StoredRow, 'row'>): HistoryRow {
  if (!row) throw new DamagedFileError(damaged)
  return storedJson(row) as HistoryRow
}
