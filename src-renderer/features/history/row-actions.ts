import type { HistoryRow } from '#contract/routes/history.ts'
import { columns, type HistoryColumn } from './columns.ts'

/** What can be done with the chosen runs. */
export interface RowAction {
  readonly id: string
  readonly label: string
  readonly keys?: string
  readonly danger?: boolean
  readonly separated?: boolean
}

/** Two runs are compared with each other, and three as two with a good one. */
export const mayCompare = ({ length }: readonly HistoryRow[]): boolean =>
  length === 2 || length === 3

/**
 * The acts on these runs, and the filters that the run would be found by.
 * @param cell the column that the pointer or the keys are on: its filters come first
 */
export function rowActions(
  chosen: readonly HistoryRow[],
  cell?: HistoryColumn,
): readonly RowAction[] {
  const [row] = chosen
  if (!row) return []
  const many = chosen.length > 1
  const pinned = chosen.every((one) => one.pinned)
  return [
    ...(many ? [] : [{ id: 'open', label: 'Open', keys: 'Enter' }]),
    ...(mayCompare(chosen) ? [{ id: 'compare', label: 'Compare', keys: 'C' }] : []),
    ...(many || row.origin !== 'performed'
      ? []
      : [
          { id: 'again', label: 'Run again' },
          { id: 'inputs', label: 'Use these inputs' },
        ]),
    { id: pinned ? 'unpin' : 'pin', label: pinned ? 'Unpin' : 'Pin', keys: 'P', separated: true },
    ...(many ? [] : [{ id: 'note', label: row.note ? 'Edit note…' : 'Add note…', keys: 'N' }]),
    {
      id: 'export',
      label: many ? `Export ${chosen.length.toLocaleString()} runs…` : 'Export…',
      keys: 'E',
      separated: true,
    },
    ...(many ? [] : [{ id: 'copy', label: 'Copy as issue text' }]),
    ...(many ? [] : filterActions(row, cell)),
    {
      id: 'delete',
      label: many ? `Delete ${String(chosen.length)} runs` : 'Delete',
      keys: 'Delete',
      danger: true,
      separated: true,
    },
  ]
}

/** The action that adds a filter carries it as its id. */
export const filterOfAction = (id: string): string | undefined =>
  id.startsWith('filter ') ? id.slice('filter '.length) : undefined

/** The filter that finds what a cell says, and the one that leaves it out. */
export const filterOfCell = (
  id: 'like' | 'unlike',
  row: HistoryRow,
  cell: HistoryColumn | undefined,
): string | undefined => {
  const filter = cell?.filter(row)
  return filter === undefined || id === 'like' ? filter : `not ${filter}`
}

function filterActions(row: HistoryRow, cell: HistoryColumn | undefined): readonly RowAction[] {
  const own = cell?.filter(row)
  const others = columns
    .filter(({ id }) => offered.has(id))
    .flatMap(({ filter }) => filter(row) ?? [])
    .filter((filter) => filter !== own)
  return [
    ...(own === undefined
      ? []
      : [
          { id: `filter ${own}`, label: `Filter like this: ${own}`, keys: 'F' },
          { id: `filter not ${own}`, label: `Exclude: not ${own}`, keys: 'Shift+F' },
        ]),
    ...others.map((filter) => ({ id: `filter ${filter}`, label: `Filter: ${filter}` })),
  ].map((action, index) => ({ ...action, separated: index === 0 }))
}

/** The columns whose filters are offered wherever in the row the menu is opened. */
const offered: ReadonlySet<HistoryColumn['id']> = new Set([
  ...(['user', 'cause', 'error', 'outcome', 'flow', 'profile'] as const),
])
