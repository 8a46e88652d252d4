import type { Filter } from '#engine/query/filter.ts'
import type { NumberColumn, TextColumn } from '#engine/query/filter-columns.ts'

/** A condition, and the values of its parameters in order. */
export interface SqlCondition {
  readonly sql: string
  readonly values: readonly (string | number)[]
}

/** Columns that few runs differ in: they are stored once for all runs that share them. */
export const kindTexts = [
  'flow',
  'challenge',
  'error',
  'code',
  'client',
  'pool',
  'profile',
  'origin',
  'status',
] as const satisfies readonly TextColumn[]
export const kindFlags = [
  'mfa',
  'device',
  'passkey',
  'retry',
] as const satisfies readonly NumberColumn[]

const isOfKind = (column: string): boolean =>
  [...kindTexts, ...kindFlags].some((name) => name === column)

/**
 * A filter as a condition on `runs`. Names of columns come from the filter's own closed list;
 * everything that a person typed is a parameter.
 */
export function filterSql(filter: Filter): SqlCondition {
  switch (filter.kind) {
    case 'and':
    case 'or': {
      if (filter.of.length === 0) return { sql: filter.kind === 'and' ? '1' : '0', values: [] }
      const each = filter.of.map(filterSql)
      const operator = filter.kind === 'and' ? ' AND ' : ' OR '
      return {
        sql: `(${each.map(({ sql }) => sql).join(operator)})`,
        values: each.flatMap(({ values }) => values),
      }
    }
    case 'not': {
      const { sql, values } = filterSql(filter.of)
      return { sql: `NOT ${sql}`, values }
    }
    case 'contains': {
      const { column, text } = filter
      if (column === 'searched')
        return {
          sql: '(instr("own", ?) > 0 OR "kind" IN (SELECT id FROM kinds WHERE instr("searched", ?) > 0))',
          values: [text, text],
        }
      return placed(column, { sql: `(instr("${column}", ?) > 0)`, values: [text] })
    }
    case 'equals':
      return placed(filter.column, { sql: `("${filter.column}" = ?)`, values: [filter.text] })
    case 'range': {
      const { below, column, from } = filter
      const bounds = [
        ...(from === undefined ? [] : [[`"${column}" >= ?`, from] as const]),
        ...(below === undefined ? [] : [[`"${column}" < ?`, below] as const]),
      ]
      return placed(column, {
        sql: `(${bounds.map(([sql]) => sql).join(' AND ') || '1'})`,
        values: bounds.map(([, value]) => value),
      })
    }
  }
}

/** A condition on the columns of a kind is looked up once for all runs of the kind. */
const placed = (column: string, { sql, values }: SqlCondition): SqlCondition =>
  isOfKind(column)
    ? { sql: `"kind" IN (SELECT id FROM kinds WHERE ${sql})`, values }
    : { sql, values }
