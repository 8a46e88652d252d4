import fc from 'fast-check'
import { expect, it } from 'vitest'
import { axisTicks, panned, zoomed, zoomedTo } from './zoom.ts'

it('what is in sight stays within the run, however it is zoomed and moved', () => {
  const moves = fc.array(
    fc.tuple(fc.constantFrom('zoom', 'pan', 'to'), fc.double({ min: -3, max: 3, noNaN: true })),
  )
  fc.assert(
    fc.property(fc.double({ min: 0.5, max: 1e7, noNaN: true }), moves, (total, all) => {
      let shown = { from: 0, length: total }
      for (const [move, by] of all) {
        if (move === 'zoom') shown = zoomed(shown, 2 ** by, shown.from + shown.length / 3, total)
        else if (move === 'pan') shown = panned(shown, by, total)
        else shown = zoomedTo({ from: (total * (by + 3)) / 6, length: total / 50 }, total)
        expect(shown.from).toBeGreaterThanOrEqual(0)
        expect(shown.from + shown.length).toBeLessThanOrEqual(total * (1 + 1e-9))
        expect(shown.length).toBeGreaterThan(0)
      }
    }),
  )
})

it('the instant that is zoomed around stays where it is', () => {
  const shown = zoomed({ from: 100, length: 400 }, 4, 200, 1000)
  expect((200 - shown.from) / shown.length).toBeCloseTo(0.25)
})

it('an axis has round instants', () => {
  expect(axisTicks({ from: 0, length: 1000 }, 5)).toEqual([0, 200, 400, 600, 800, 1000])
  expect(axisTicks({ from: 1234, length: 40 }, 5)).toEqual([1240, 1250, 1260, 1270])
})
