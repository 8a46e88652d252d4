import { expect, it } from 'vitest'
import { filterColumns, type FilteredRun } from '#engine/query/filter-columns.ts'
import { matchesFilter } from '#engine/query/filter.ts'
import { parseFilter } from '#engine/query/parse-filter.ts'
import { RunCounter } from '#engine/query/run-statistics.ts'
import { durationsByStep, filterOfError, filterOfSpan, filterOfStep } from './statistics-data.ts'
import { rowUnderTest } from './rows-under-test.ts'

const noon = (days: number) => new Date(2026, 10, 27 - days, 12, 20).getTime()
const runs = (days: number): readonly FilteredRun[] => [
  rowUnderTest({ startedAt: noon(0) }),
  rowUnderTest({ startedAt: noon(0) - 3_600_000, state: 'not sent', errors: [] }),
  rowUnderTest({ startedAt: noon(days), state: 'tokens', errors: [] }),
]

it('a filter from a number finds as many runs as the number says', () => {
  for (const days of [1, 20, 300, 2000]) {
    const counter = new RunCounter()
    const counted = runs(days).map((run) => ({ ...run, cause: run.errors[0] && run.cause }))
    for (const run of counted) counter.add(run)
    const statistics = counter.statistics()
    const found = (filter: string) => {
      const parsed = parseFilter(filter, Date.now())
      if ('error' in parsed) throw new Error(`${filter}: ${parsed.error.message}`)
      return counted.filter((run) => matchesFilter(parsed.filter, filterColumns(run))).length
    }
    for (const [index, { failed, other, succeeded }] of statistics.outcomes.entries())
      expect(found(filterOfSpan(statistics, index))).toBe(failed + other + succeeded)
    for (const [index, error] of statistics.errors.entries())
      expect(found(filterOfError(statistics, index))).toBe(error.runs)
  }
})

it('durations are a line for each step, with median and 95th percentile drawn', () => {
  const counter = new RunCounter()
  counter.add(rowUnderTest({ chain: [{ name: 'InitiateAuth', status: 'done', durationMs: 1500 }] }))
  const statistics = counter.statistics()
  const { columns, labels } = durationsByStep(statistics)
  expect(labels).toEqual(['InitiateAuth'])
  expect(columns.map(({ cells, drawn, name }) => [name, cells[0], drawn?.values[0]])).toEqual([
    ['Median', '1.50 s', 1500],
    ['95th percentile', '1.50 s', 1500],
    ['Max', '1.50 s', undefined],
    ['Calls', '1', undefined],
  ])
  expect(filterOfStep(statistics, 0)).toBe('challenge:InitiateAuth')
})
