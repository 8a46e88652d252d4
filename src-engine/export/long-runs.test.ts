import fc from 'fast-check'
import { expect, test } from 'vitest'
import { longRuns } from './long-runs.ts'

test('every run of at least so many characters is found whole, wherever it begins and ends', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'Z', '0', '_', '.', '+', '/', '-', ' ', '"', 'é'),
    maxLength: 60,
  })
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 9 }), (searched, shortest) => {
      const pattern = new RegExp(`[\\w.+/-]{${String(shortest)},}`, 'g')
      expect(longRuns(searched, shortest)).toEqual(
        Array.from(searched.matchAll(pattern), ({ 0: run, index }) => ({ at: index, run })),
      )
    }),
  )
})
