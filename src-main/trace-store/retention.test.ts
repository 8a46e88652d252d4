import { expect, test } from 'vitest'
import { prunableOf } from './retention.ts'

const day = 86_400_000
const now = 1000 * day
const off = { days: 0, runs: 0, megabytes: 0 }
const runs = [0, 1, 2, 10, 40].map((age) => ({
  runId: `${String(age)} days old`,
  startedAt: now - age * day,
  bytes: 400_000,
}))
const idsOf = (limits: Partial<typeof off>) =>
  prunableOf(runs, { ...off, ...limits }, now).runIds.join(', ')

test('nothing is prunable until a limit is chosen', () => {
  expect(prunableOf(runs, off, now)).toEqual({ runIds: [], bytes: 0 })
})

test('a limit of age, of number or of size leaves no room for the oldest runs', () => {
  expect(idsOf({ days: 30 })).toBe('40 days old')
  expect(idsOf({ runs: 3 })).toBe('10 days old, 40 days old')
  expect(idsOf({ megabytes: 1 })).toBe('2 days old, 10 days old, 40 days old')
  expect(idsOf({ days: 30, runs: 3 })).toBe('10 days old, 40 days old')
})

test('what is prunable is described by its size and its span', () => {
  expect(prunableOf(runs, { ...off, runs: 3 }, now)).toMatchObject({
    bytes: 800_000,
    from: now - 40 * day,
    to: now - 10 * day,
  })
})

test('a run of the last hour is kept, whatever the limits', () => {
  const fresh = [1, 2].map((minutes) => ({
    runId: String(minutes),
    startedAt: now - minutes * 60_000,
    bytes: 5_000_000,
  }))
  expect(prunableOf(fresh, { days: 1, runs: 1, megabytes: 1 }, now).runIds).toEqual([])
})
