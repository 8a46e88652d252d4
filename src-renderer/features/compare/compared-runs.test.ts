import { expect, it } from 'vitest'
import type { HistoryRow } from '#contract/routes/history.ts'
import { comparedRuns, withGood } from './compared-runs.ts'

const row = (runId: string, state: HistoryRow['state'], startedAt: number) =>
  ({ runId, state, startedAt }) as HistoryRow

it('the earlier run is on the left, and of three, the first that signed in is the good one', () => {
  const [a, b, c] = [row('a', 'tokens', 2), row('b', 'refused', 1), row('c', 'refused', 3)]
  expect(comparedRuns([a, b])).toEqual({ left: 'b', right: 'a' })
  expect(comparedRuns([c, b])).toEqual({ left: 'b', right: 'c' })
  expect(comparedRuns([c, a, b])).toEqual({ left: 'b', right: 'c', good: 'a' })
  expect(comparedRuns([b, c, row('d', 'failed', 0)])).toEqual({ left: 'b', right: 'c', good: 'd' })
  expect(comparedRuns([a])).toBeUndefined()
})

it('another run takes the place of the good one', () => {
  const runs = { left: 'a', right: 'b', good: 'c' }
  expect(withGood(runs, 'left')).toEqual({ left: 'c', right: 'b', good: 'a' })
  expect(withGood({ left: 'a', right: 'b' }, 'left')).toEqual({ left: 'a', right: 'b' })
})
