import type { HistoryRow } from '#contract/routes/history.ts'
import { quotedValue } from '#engine/query/filter-words.ts'

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

/** The acts on these runs, and the filters that run the pointer is on would be found by. */
export function rowActions(chosen: readonly HistoryRow[]): readonly RowAction[] {
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
    ...(many ? [] : likeThis(row).map((filter, index) => filterAction(filter, index === 0))),
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

const filterAction = (filter: string, separated: boolean): RowAction => ({
  ...{ id: `filter ${filter}`, label: `Filter: ${filter}`, separated },
})

const statuses: ReadonlyMap<HistoryRow['state'], string> = new Map([
  ['tokens', 'signed-in'],
  ['not sent', 'not-sent'],
])

/** Filters that find runs like this one. */
function likeThis(row: HistoryRow): readonly string[] {
  const term = (name: string, value: string | undefined) =>
    value ? [`${name}:${quotedValue(value)}`] : []
  return [
    ...term('user', row.username),
    ...term('code', row.cause),
    ...term('error', row.errors[0]),
    ...(row.state === 'empty' ? [] : term('status', statuses.get(row.state) ?? row.state)),
    ...term('flow', row.flow),
    ...term('profile', row.profileName),
  ]
}
