import { expect, test } from 'vitest'
import { shownDuration, shownLifetime } from './duration.ts'

test.each([
  [8.31, '8.3 ms'],
  [96.4, '96 ms'],
  [1240, '1.24 s'],
  [125_000, '2 min 5 s'],
  [3_600_000, '1 h'],
  [5_400_000, '1 h 30 min'],
  [90_000_000, '1 d 1 h'],
])('%d ms is written as %s in at most two units', (ms, text) => {
  expect(shownDuration(ms)).toBe(text)
})

test.each([
  [0, '0 s'],
  [45_000, '45 s'],
  [-3_598_400, '59 min 58 s'],
  [3_605_000, '1 h'],
  [2_592_000_000, '30 d'],
])('a lifetime of %d ms is written as %s', (ms, text) => {
  expect(shownLifetime(ms)).toBe(text)
})
