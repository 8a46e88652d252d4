import { expect, it } from 'vitest'
import { dayHeight, groupsOf, listLayout, rowHeight, topOfRow, visiblePart } from './list-layout.ts'

const days = [
  { at: 3, runs: 2, failed: 0 },
  { at: 2, runs: 100_000, failed: 1 },
  { at: 1, runs: 1, failed: 1 },
]

it('every row is somewhere, and a window shows those that are in it', () => {
  const layout = listLayout(days)
  expect(layout.rows).toBe(100_003)
  expect(layout.height).toBe(3 * dayHeight + 100_003 * rowHeight)
  expect(visiblePart(layout, 0, 110)).toEqual({
    groups: [expect.objectContaining({ at: 3 }), expect.objectContaining({ at: 2 })],
    rows: [
      { index: 0, top: dayHeight },
      { index: 1, top: dayHeight + rowHeight },
    ],
  })
  for (const index of [0, 1, 2, 50_000, 100_001, 100_002]) {
    const top = topOfRow(layout, index)
    expect(visiblePart(layout, top, top + rowHeight - 1).rows).toEqual([{ index, top }])
  }
  const all = visiblePart(layout, 1_000_000, 1_001_000)
  expect(all.rows.length).toBeLessThan(30)
})

it('rows stand under their days in the order of time, and under one heading in any other', () => {
  expect(groupsOf(days, { by: 'started_at', descending: true })).toEqual(days)
  const oldest = groupsOf(days, { by: 'started_at', descending: false })
  expect(oldest.map(({ at }) => at)).toEqual([1, 2, 3])
  const [all, ...others] = groupsOf(days, { by: 'user', descending: false })
  expect([all, others]).toEqual([{ at: 0, runs: 100_003, failed: 2 }, []])
  expect(groupsOf([], { by: 'user', descending: false })).toEqual([])
})

it('an empty history shows nothing', () => {
  expect(visiblePart(listLayout([]), 0, 500)).toEqual({ groups: [], rows: [] })
})
