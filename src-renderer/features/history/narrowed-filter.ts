import { filterWords } from '#engine/query/filter-words.ts'

/** The filter that leaves only those of its runs that another one finds, too. */
export function narrowedFilter(filter: string, by: string): string {
  if (by === '' || filter === by) return filter
  const words = filterWords(filter)
  const isList = words.every(({ kind }) => kind !== 'or' && kind !== 'open' && kind !== 'not')
  if (isList && ` ${filter} `.includes(` ${by} `)) return filter
  // `or` binds less: without parentheses, the runs of the other alternatives would stay.
  if (hasAlternatives(filter)) return `(${filter}) ${by}`
  const isThere = filter.endsWith(` ${by}`) && !filter.endsWith(`not ${by}`)
  return isThere ? filter : `${filter} ${by}`.trim()
}

/** Whether there is an `or` outside of all parentheses. */
function hasAlternatives(filter: string): boolean {
  let depth = 0
  for (const { kind } of filterWords(filter)) {
    if (kind === 'open') depth += 1
    else if (kind === 'close') depth -= 1
    else if (kind === 'or' && depth === 0) return true
  }
  return false
}
