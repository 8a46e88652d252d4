import { expect, it } from 'vitest'
import { sampleTrace } from '../vectors/sample-trace.ts'
import { timeline } from './timeline.ts'

const { trace } = sampleTrace()

it('makes one card per call, with its attempts, values and response', () => {
  const { state, steps } = timeline(trace.events)
  expect(state).toBe('tokens')
  expect(steps.map(({ number, operation, status }) => [number, operation, status])).toEqual([
    [1, 'InitiateAuth', 'done'],
    [2, 'RespondToAuthChallenge', 'refused'],
    [3, 'RespondToAuthChallenge', 'done'],
  ])
  expect(steps.map(({ attempts }) => attempts.length)).toEqual([1, 1, 2])
  expect(steps[2]).toMatchObject({ computedMs: 3, challenge: 'SMS_MFA', by: 'automatic' })
})

it('adds up the service’s time and the user’s, and not the automatic answer’s', () => {
  const { personMs, serviceMs } = timeline(trace.events)
  expect(serviceMs).toBeCloseTo(417.5)
  expect(personMs).toBe(8000)
})

it('counts no time of the service for a call that got no answer', () => {
  const answer = { kind: 'failed', code: 'not found', message: 'not found' } as const
  const { serviceMs } = timeline([{ type: 'answered', at: 1, step: 1, durationMs: 900, answer }])
  expect(serviceMs).toBe(0)
})

it('keeps the clock difference of the newest response', () => {
  expect(timeline(trace.events).clockAhead).toBe(120)
})

it('shows a pending challenge, and that it accepts another answer', () => {
  const waiting = timeline(trace.events.slice(0, 9))
  expect(waiting.state).toBe('waiting')
  expect(waiting.steps.at(-1)).toMatchObject({
    number: 3,
    status: 'waiting',
    pending: { again: true },
  })
})

it('leaves no card running once the sign-in has ended', () => {
  const events = trace.events.slice(0, 6)
  const { state, steps } = timeline([...events, { type: 'ended', at: 1, outcome: 'cancelled' }])
  expect(state).toBe('cancelled')
  expect(steps.map(({ status }) => status)).toEqual(['done', 'cancelled'])
  const failed = timeline([...events, { type: 'ended', at: 1, outcome: 'failed' }])
  expect(failed.steps.map(({ status }) => status)).toEqual(['done', 'failed'])
})

it('says that a call was cancelled only in a run that was', () => {
  const answer = { kind: 'failed', code: 'cancelled', message: 'Cancelled.' } as const
  const statusIn = (outcome: 'cancelled' | 'failed') =>
    timeline([
      { type: 'answered', step: 1, at: 1, answer },
      { type: 'ended', at: 2, outcome },
    ]).steps[0]?.status
  expect(statusIn('cancelled')).toBe('cancelled')
  expect(statusIn('failed')).toBe('failed')
})

it('accepts a trace without its beginning, and an empty trace', () => {
  expect(timeline([]).state).toBe('empty')
  for (let from = 1; from < trace.events.length; from += 1)
    expect(() => timeline(trace.events.slice(from))).not.toThrow()
})

it('shows facts at the call that they are about, and earlier ones on the trace itself', () => {
  const at = 0
  const of = (name: string) => [{ name, values: { right: true } }]
  const view = timeline([
    { type: 'facts', at, step: 0, facts: of('earlier') },
    { type: 'facts', at, step: 1, facts: of('secret-hash') },
  ])
  expect(view.facts).toEqual(of('earlier'))
  expect(view.steps.map(({ facts, number }) => ({ facts, number }))).toEqual([
    { number: 1, facts: of('secret-hash') },
  ])
})
