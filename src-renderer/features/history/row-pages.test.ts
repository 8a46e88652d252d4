import { expect, test } from 'vitest'
import { RowPages } from './row-pages.ts'
import { rowUnderTest } from './rows-under-test.ts'

const rowsOf = (page: number) => [rowUnderTest({ runId: `run ${String(page)}` })]

test('the twelve pages that were used last are kept', () => {
  const pages = new RowPages()
  for (let page = 0; page < 12; page += 1) pages.keep(page, rowsOf(page))
  pages.keep(0, rowsOf(0))
  pages.keep(12, rowsOf(12))
  expect(pages.rows(0)).toEqual(rowsOf(0))
  expect(pages.rows(1)).toBeUndefined()
  expect(pages.rows(12)).toEqual(rowsOf(12))
})

test('a stale page is in sight until its rows have been fetched again', () => {
  const pages = new RowPages()
  pages.keep(0, rowsOf(0))
  pages.markStale()
  expect(pages.rows(0)).toEqual(rowsOf(0))
  expect(pages.freshRows(0)).toBeUndefined()
  pages.keep(0, rowsOf(1))
  expect(pages.freshRows(0)).toEqual(rowsOf(1))
})

test('changed rows replace the rows of the same runs', () => {
  const pages = new RowPages()
  pages.keep(0, [rowUnderTest({ runId: 'a' }), rowUnderTest({ runId: 'b' })])
  pages.replace([rowUnderTest({ runId: 'b', note: 'as expected' })])
  expect(pages.rows(0)?.map(({ note }) => note)).toEqual([rowUnderTest().note, 'as expected'])
})
