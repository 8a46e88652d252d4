import { expect, it } from 'vitest'
import type { HistoryRow } from '#contract/routes/history.ts'
import { comparedRuns, withGood } from './compared-runs.ts'

const row = (runId: string, state: HistoryRow['state']) => ({ runId, state }) as HistoryRow

it('of three runs, one that signed in is the good one', () => {
  const [a, b, c] = [row('a', 'tokens'), row('b', 'refused'), row('c', 'refused')]
  expect(comparedRuns([a, b])).toEqual({ left: 'a', right: 'b' })
  expect(comparedRuns([a, b, c])).toEqual({ left: 'b', right: 'c', good: 'a' })
  expect(comparedRuns([b, c, row('d', 'failed')])).toEqual({ left: 'b', right: 'c', good: 'd' })
  expect(comparedRuns([a])).toBeUndefined()
})

it('another run takes the place of the good one', () => {
  const runs = { left: 'a', right: 'b', good: 'c' }
  expect(withGood(runs, 'left')).toEqual({ left: 'c', right: 'b', good: 'a' })
  expect(withGood({ left: 'a', right: 'b' }, 'left')).toEqual({ left: 'a', right: 'b' })
})
