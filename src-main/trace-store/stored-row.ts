import type { HistoryRow } from '#contract/routes/history.ts'
import { storedJson } from './stored-text.ts'

/** A row of the history as it is selected: its number, and its JSON as bytes. */
export interface StoredRow {
  readonly id: number
  readonly row: ArrayBuffer
}

/** The row itself. @throws DamagedFileError */
export const historyRowIn = ({ row }: Pick<StoredRow, 'row'>): HistoryRow =>
  storedJson(row) as HistoryRow
