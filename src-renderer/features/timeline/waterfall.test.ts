import { expect, it } from 'vitest'
import { timeline, type Timeline } from '#engine/trace/timeline.ts'
import { sampleTrace } from '#engine/vectors/sample-trace.ts'
import { waterfall } from './waterfall.ts'

const { events } = sampleTrace().trace

it('has attempts, pauses between retries, computing and waiting apart, in the order of the steps', () => {
  const { rows, total } = waterfall(timeline(events), 0)
  expect(rows.map(({ kind, label, step }) => [step, kind, label])).toEqual([
    [1, 'attempt', 'InitiateAuth'],
    [2, 'waiting', 'Waiting for you: SMS_MFA'],
    [2, 'attempt', 'SMS_MFA'],
    [3, 'computed', 'Computing values'],
    [3, 'attempt', 'SMS_MFA, attempt 1'],
    [3, 'pause', 'Pause before the retry'],
    [3, 'attempt', 'SMS_MFA, attempt 2'],
  ])
  const waiting = rows.find(({ kind }) => kind === 'waiting')
  expect(waiting).toMatchObject({ from: 1100, length: 8000 })
  expect(rows.filter(({ failed }) => failed).map(({ label }) => label)).toEqual([
    'SMS_MFA',
    'SMS_MFA, attempt 1',
  ])
  for (const { from, length } of rows) expect(from + length).toBeLessThanOrEqual(total)
})

it('a challenge that waits still takes until now', () => {
  const waiting = timeline(events.slice(0, 5))
  const { rows, total } = waterfall(waiting, waiting.startedAt + 5000)
  expect(rows.at(-1)).toMatchObject({ kind: 'waiting', from: 1100, length: 3900 })
  expect(total).toBe(5000)
})

it('triggers are apart from their call, in their order, and one that refused is marked', () => {
  const run = timeline(events)
  const execution = { triggerSource: '', requestBody: '', console: [] }
  const triggers = [
    { ...execution, trigger: 'PreAuthentication', durationMs: 3 },
    {
      ...execution,
      trigger: 'PostAuthentication',
      durationMs: 2,
      refusal: { error: 'E', message: '' },
    },
  ]
  const withTriggers: Timeline = {
    ...run,
    steps: run.steps.map((step) => (step.number === 1 ? { ...step, triggers } : step)),
  }
  const rows = waterfall(withTriggers, 0).rows.filter(({ kind }) => kind === 'trigger')
  expect(rows.map(({ failed, label, length }) => [label, length, failed])).toEqual([
    ['Trigger PreAuthentication', 3, false],
    ['Trigger PostAuthentication', 2, true],
  ])
  expect((rows[1]?.from ?? 0) - (rows[0]?.from ?? 0)).toBe(3)
})

it('a run of nothing has a total to divide by', () => {
  expect(waterfall(timeline([]), 0)).toEqual({ rows: [], total: 1 })
})
