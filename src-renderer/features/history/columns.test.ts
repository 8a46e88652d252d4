import { expect, it } from 'vitest'
import { filterColumns } from '#engine/query/filter-columns.ts'
import { matchesFilter } from '#engine/query/filter.ts'
import { parseFilter } from '#engine/query/parse-filter.ts'
import { defaultSettings } from '#contract/settings/index.ts'
import { columns, columnsOf, withColumn } from './columns.ts'
import { rowUnderTest } from './rows-under-test.ts'

it('the filter from any cell finds the run that it is from', () => {
  const rows = [
    rowUnderTest({ note: 'Look "here"', username: 'a b "c"' }),
    rowUnderTest({ state: 'not sent', errors: [], serviceMs: 0.4 }),
    rowUnderTest({ state: 'tokens', origin: 'imported', serviceMs: 2000 }),
  ]
  for (const row of rows)
    for (const { filter, id } of columns) {
      const text = filter(row)
      if (text === undefined) continue
      const parsed = parseFilter(text, Date.now())
      if ('error' in parsed) throw new Error(`${id}: ${parsed.error.message}`)
      expect([id, matchesFilter(parsed.filter, filterColumns(row))]).toEqual([id, true])
    }
})

it('columns are in their own order, whatever a setting says, and the last one stays', () => {
  const shown = defaultSettings.historyColumns
  expect(columnsOf('cause time  nonsense').map(({ id }) => id)).toEqual(['time', 'cause'])
  expect(withColumn('user cause', 'outcome')).toBe('user outcome cause')
  expect(withColumn('user cause', 'user')).toBe('cause')
  expect(withColumn('user', 'user')).toBe('user')
  expect(columnsOf(shown)).toHaveLength(6)
})
