import type { RunOrder } from '#engine/query/run-order.ts'
import { kindTexts } from './filter-sql.ts'

/** What runs are ordered by, as an expression on `runs`, and the terms of the order over it. */
export function orderSql({ by, descending }: RunOrder): {
  readonly key: string
  readonly terms: (table: string) => string
} {
  // The table lies in the order of time: it is read in either direction without sorting.
  if (by === 'started_at') {
    const direction = descending ? 'DESC' : 'ASC'
    return {
      key: 'started_at',
      terms: (table) => `${table}.started_at ${direction}, ${table}.id ${direction}`,
    }
  }
  const isOfKind = kindTexts.some((column) => column === by)
  return {
    key: isOfKind ? `(SELECT kinds."${by}" FROM kinds WHERE kinds.id = runs.kind)` : `runs."${by}"`,
    terms: (table) =>
      `ordered ${descending ? 'DESC' : 'ASC'}, ${table}.started_at DESC, ${table}.id DESC`,
  }
}
