import { filterColumns, type FilteredRun } from './filter-columns.ts'

/** Columns that a list of runs can be in the order of. */
export const orderedColumns = [
  'started_at',
  'service_ms',
  'user',
  'status',
  'code',
  'error',
  'flow',
  'profile',
] as const

/** The order of a list of runs; those that are equal in it are newest first. */
export interface RunOrder {
  readonly by: (typeof orderedColumns)[number]
  readonly descending: boolean
}

/** The order that a list has unless another is chosen. */
export const newestFirst: RunOrder = { by: 'started_at', descending: true }

/** An order as a setting contains it: `service_ms desc`. */
export const orderText = ({ by, descending }: RunOrder): string => (descending ? `${by} desc` : by)

/** @returns the order that a text says; newest first for a text that says none */
export function orderOf(text: string): RunOrder {
  const [name, direction] = text.split(' ')
  const by = orderedColumns.find((column) => column === name)
  return by ? { by, descending: direction === 'desc' } : newestFirst
}

/** @returns a comparison that puts runs into this order */
export function inOrder<Run extends FilteredRun>({ by, descending }: RunOrder) {
  const valueOf = (run: Run) => filterColumns(run)[by]
  return (a: Run, b: Run): number => {
    const [first, second] = [valueOf(a), valueOf(b)]
    const compared = first < second ? -1 : first > second ? 1 : 0
    return (descending ? -compared : compared) || b.startedAt - a.startedAt
  }
}
