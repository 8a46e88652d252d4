import { expect, it } from 'vitest'
import { historySpan } from './history-span.ts'

it('says how many runs there are, and from when', () => {
  expect(historySpan({ runs: 0 })).toBe('0 runs')
  expect(historySpan({ runs: 1, from: 0, to: 0 })).toMatch(/^1 run, from (?!.* to ).*19(69|70)/)
  expect(historySpan({ runs: 2, from: 0, to: 1e6 })).toMatch(/^2 runs, from .*19(69|70).* to /)
})
