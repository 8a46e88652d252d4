import type { FilterColumns, NumberColumn, TextColumn } from './filter-columns.ts'

/** What a filter asks of a run; the store compiles it to SQL, a list evaluates it. */
export type Filter =
  | { readonly kind: 'and' | 'or'; readonly of: readonly Filter[] }
  | { readonly kind: 'not'; readonly of: Filter }
  /** The column contains this text, given in lowercase. */
  | { readonly kind: 'contains' | 'equals'; readonly column: TextColumn; readonly text: string }
  /** Inclusive below, exclusive above. */
  | {
      readonly kind: 'range'
      readonly column: NumberColumn
      readonly from?: number
      readonly below?: number
    }

/** The filter that every run passes. */
export const everyRun: Filter = { kind: 'and', of: [] }

/** @returns whether a run with these columns passes the filter */
export function matchesFilter(filter: Filter, columns: FilterColumns): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.of.every((each) => matchesFilter(each, columns))
    case 'or':
      return filter.of.some((each) => matchesFilter(each, columns))
    case 'not':
      return !matchesFilter(filter.of, columns)
    case 'contains':
      return columns[filter.column].includes(filter.text)
    case 'equals':
      return columns[filter.column] === filter.text
    case 'range': {
      const value = columns[filter.column]
      return value >= (filter.from ?? -Infinity) && value < (filter.below ?? Infinity)
    }
  }
}
