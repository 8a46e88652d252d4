import fc from 'fast-check'
import { expect, it } from 'vitest'
import { RunCounter, type CountedRun } from './run-statistics.ts'

const day = (number: number, hour = 12) => new Date(2026, 10, number, hour).getTime()
const run = (more: Partial<CountedRun> = {}): CountedRun => ({
  startedAt: day(27),
  state: 'tokens',
  errors: [],
  chain: [],
  ...more,
})
function statisticsOf(runs: readonly CountedRun[]) {
  const counter = new RunCounter()
  for (const one of runs) counter.add(one)
  return counter.statistics()
}

it('counts outcomes by local day, and days without a run too', () => {
  const { outcomes, runs, unit } = statisticsOf([
    run({ startedAt: day(27, 0) }),
    run({ startedAt: day(24, 23), state: 'refused', errors: ['NotAuthorizedException'] }),
    run({ startedAt: day(24, 1), state: 'accepted' }),
    run({ startedAt: day(27, 23), state: 'cancelled' }),
  ])
  expect({ runs, unit }).toEqual({ runs: 4, unit: 'day' })
  expect(outcomes).toEqual([
    { at: day(24, 0), succeeded: 1, failed: 1, other: 0 },
    { at: day(25, 0), succeeded: 0, failed: 0, other: 0 },
    { at: day(26, 0), succeeded: 0, failed: 0, other: 0 },
    { at: day(27, 0), succeeded: 1, failed: 0, other: 1 },
  ])
})

it('counts by hour, week or month as the runs are far apart', () => {
  const unitOf = (from: number, to: number) =>
    statisticsOf([run({ startedAt: from }), run({ startedAt: to })])
  expect(unitOf(day(27, 9), day(27, 11))).toMatchObject({
    unit: 'hour',
    outcomes: [{ at: day(27, 9) }, { at: day(27, 10) }, { at: day(27, 11) }],
  })
  const weeks = unitOf(new Date(2026, 0, 7).getTime(), day(27))
  expect(weeks.unit).toBe('week')
  expect(weeks.outcomes.every(({ at }) => new Date(at).getDay() === 1)).toBe(true)
  expect(unitOf(new Date(2020, 0, 7).getTime(), day(27)).unit).toBe('month')
})

it('counts errors by the code of the first cause, else by the exception, else by the state', () => {
  const wrong = { cause: 'AS1201', causeTitle: 'The password is wrong' }
  const { errors } = statisticsOf([
    run({ state: 'refused', errors: ['UserNotFoundException'] }),
    run({ state: 'refused', errors: ['NotAuthorizedException'], ...wrong }),
    // A code that was mistyped once.
    run({ errors: ['NotAuthorizedException'], ...wrong }),
    run({ state: 'not sent' }),
    // A finding of a sign-in that went well is no error.
    run({ cause: 'AS2301' }),
  ])
  expect(errors).toEqual([
    { code: 'AS1201', title: 'The password is wrong', term: 'code', runs: 2 },
    { code: 'UserNotFoundException', title: '', term: 'error', runs: 1 },
    { code: 'not sent', title: '', term: 'status', runs: 1 },
  ])
})

it('gives median, 95th percentile and maximum for each step, of what is known', () => {
  const durations = Array.from({ length: 100 }, (_, at) => 100 - at)
  const { steps } = statisticsOf([
    ...durations.map((durationMs) =>
      run({ chain: [{ name: 'InitiateAuth', status: 'done', durationMs }] }),
    ),
    run({ chain: [{ name: 'PASSWORD_VERIFIER', status: 'waiting' }] }),
  ])
  expect(steps).toEqual([
    { name: 'InitiateAuth', calls: 100, medianMs: 50.5, p95Ms: 95, maxMs: 100 },
  ])
})

it('has no number out of nothing', () => {
  expect(statisticsOf([])).toMatchObject({ runs: 0, outcomes: [], errors: [], steps: [] })
})

it('puts every run into exactly one span, at any time', () => {
  const instant = fc.integer({ min: 0, max: Date.UTC(2040, 0) })
  fc.assert(
    fc.property(fc.array(instant, { minLength: 1, maxLength: 30 }), (instants) => {
      const { outcomes } = statisticsOf(instants.map((startedAt) => run({ startedAt })))
      expect(outcomes.reduce((sum, { succeeded }) => sum + succeeded, 0)).toBe(instants.length)
      expect(outcomes.map(({ at }) => at)).toEqual(
        [...new Set(outcomes.map(({ at }) => at))].sort((a, b) => a - b),
      )
    }),
  )
})

it('an error whose causes have different titles has them all, the most frequent first', () => {
  const failed = (causeTitle: string) =>
    run({ state: 'failed', errors: ['reset'], cause: 'AS2000', causeTitle })
  const titles = ['Connection reset', 'Connection refused', 'Connection refused', 'A', 'A', 'B']
  expect(statisticsOf(titles.slice(0, 3).map(failed)).errors).toMatchObject([
    { code: 'AS2000', runs: 3, title: 'Connection refused, Connection reset' },
  ])
  expect(statisticsOf(titles.map(failed)).errors[0]?.title).toBe('A, Connection refused, B, …')
})
