import { expect, test } from 'vitest'
import { pauseBefore, phaseBars } from './phase-bars.ts'

test('phases follow one another, and one that did not happen leaves no gap', () => {
  const { bars, total } = phaseBars(
    { connection: { reused: false }, phases: { dns: 2, connect: 3, wait: 10 } },
    5,
  )
  expect(bars.map(({ from, label }) => [label, from])).toEqual([
    ['Computed', 0],
    ['DNS', 5],
    ['TCP', 7],
    ['Wait', 10],
  ])
  expect(total).toBe(20)
})

test('a reused connection is labelled as such', () => {
  const { bars } = phaseBars({ connection: { reused: true }, phases: { wait: 1 } }, 0)
  expect(bars[0]).toMatchObject({ label: 'Connect', text: 'reused' })
})

test('a retry shows the pause since the attempt before it', () => {
  const attempts = [
    { number: 1, at: 1000, phases: { connect: 5, wait: 15 } },
    { number: 2, at: 1520, phases: { wait: 20 } },
  ] as const
  expect(attempts.map((attempt) => pauseBefore(attempt, attempts))).toEqual([0, 500])
  const { bars, total } = phaseBars({ connection: { reused: true }, phases: { wait: 20 } }, 0, 500)
  expect(bars[0]).toMatchObject({ label: 'Pause', from: 0, length: 500 })
  expect(total).toBe(520)
})
