import { expect, test } from 'vitest'
import { shownDuration } from './duration.ts'

test.each([
  [8.31, '8.3 ms'],
  [96.4, '96 ms'],
  [1240, '1.24 s'],
  [125_000, '2 min 5 s'],
  [3_600_000, '1 h'],
  [5_400_000, '1 h 30 min'],
])('%d ms is written as %s in at most two units', (ms, text) => {
  expect(shownDuration(ms)).toBe(text)
})
