import { expect, it } from 'vitest'
import type { TraceEvent } from '../trace/event.ts'
import { sampleTrace } from '../vectors/sample-trace.ts'
import { compareRuns } from './compare-runs.ts'

const { events } = sampleTrace().trace

it('a run equals itself, even with other marks and at another time', () => {
  expect(compareRuns(events, events)).toMatchObject({ same: true, run: [] })
  const text = JSON.stringify(events).replace(/‹session ([0-9a-f]+)›/g, '‹session 0123›')
  const other = (JSON.parse(text) as TraceEvent[]).map((event) => ({ ...event, at: event.at + 9 }))
  expect(compareRuns(events, other).same).toBe(true)
})

it('an endpoint is the same with and without the slash at its end', () => {
  const at = (endpoint: string) =>
    events.map((event) =>
      event.type === 'started' ? { ...event, target: { ...event.target, endpoint } } : event,
    ) as readonly TraceEvent[]
  const plain = at('http://localhost:9233')
  expect(compareRuns(plain, at('http://localhost:9233/'))).toMatchObject({ same: true, run: [] })
  const elsewhere = compareRuns(plain, at('http://localhost:9234/'))
  expect(elsewhere.run).toHaveLength(1)
  expect(elsewhere).toMatchObject({ same: false, onlyTiming: false })
})

it('a mark of a redacted file and the value that it may stand for are no difference', () => {
  const of = (username: string, message: string) =>
    events.map((event) =>
      event.type === 'started'
        ? { ...event, username }
        : event.type === 'ended'
          ? { ...event, message }
          : event,
    ) as readonly TraceEvent[]
  const plain = of('ada', 'ada is disabled, said host.example')
  const redacted = of('‹user 1a2b›', '‹user 1a2b› is disabled, said ‹text 3c4d›')
  expect(compareRuns(plain, redacted).same).toBe(true)
  expect(compareRuns(redacted, plain).same).toBe(true)
  expect(compareRuns(plain, of('‹user 1a2b›', '‹user 1a2b› is locked')).run).toContainEqual(
    expect.objectContaining({ member: 'message', expected: false }),
  )
  // Where a secret was is no place for a name.
  expect(compareRuns(plain, of('‹password 1a2b›', '')).same).toBe(false)
})

it('the first difference is where the second run diverges', () => {
  const other = events.map((event) =>
    event.type === 'answered' && event.step === 2 && event.answer.kind === 'refused'
      ? { ...event, answer: { ...event.answer, error: 'ExpiredCodeException' } }
      : event,
  )
  const { firstDifference, same, steps } = compareRuns(events, other)
  expect(same).toBe(false)
  expect(firstDifference).toBe(1)
  expect(steps[1]?.differences).toContainEqual({
    area: 'response',
    member: 'error',
    title: 'Error',
    expected: false,
    left: 'CodeMismatchException',
    right: 'ExpiredCodeException',
  })
  expect(steps[1]?.differences.some(({ area }) => area === 'diagnosis')).toBe(true)
})

it('a step that one run lacks has no counterpart, and later steps still match', () => {
  const without = events.filter((event) => !('step' in event) || event.step !== 2)
  const { steps } = compareRuns(events, without)
  expect(steps.map(({ left, right }) => [left, right])).toEqual([
    [1, 1],
    [2, undefined],
    [3, 3],
  ])
  expect(compareRuns(without, events).steps.map(({ left, right }) => [left, right])).toEqual([
    [1, 1],
    [undefined, 2],
    [3, 3],
  ])
})

it('what is new in every sign-in is named as expected', () => {
  const later = events.map((event) =>
    event.type === 'attempted' && event.attempt.response
      ? {
          ...event,
          attempt: {
            ...event.attempt,
            response: {
              ...event.attempt.response,
              headers: [...event.attempt.response.headers, ['Date', 'Sun'] as const],
            },
          },
        }
      : event,
  )
  const { same, steps } = compareRuns(events, later)
  expect(same).toBe(true)
  expect(steps[0]?.differences).toEqual([
    {
      area: 'response',
      member: 'headers.date',
      title: 'Header date',
      right: 'Sun',
      expected: true,
    },
  ])
})

it('a slow step is a difference, a slightly slower one is not', () => {
  const slower = (by: number) =>
    events.map((event) =>
      event.type === 'answered' && event.durationMs !== undefined
        ? { ...event, durationMs: event.durationMs + by }
        : event,
    )
  expect(compareRuns(events, slower(90)).same).toBe(true)
  expect(compareRuns(events, slower(5000)).steps[0]?.differences).toMatchObject([
    { area: 'timing', left: '118 ms', right: '5118 ms' },
  ])
  expect(compareRuns(events, slower(5000))).toMatchObject({ same: false, onlyTiming: true })
  expect(compareRuns(events, slower(90)).onlyTiming).toBe(false)
})

it('facts of a run are compared under their titles, without those that say that there is nothing', () => {
  const known = (values: Readonly<Record<string, string | number>>) => [
    ...events,
    { type: 'facts', at: 1, step: 0, facts: [{ name: 'history', values }] } as const,
  ]
  const none = { samePassword: 'not seen', wrongPasswords: 0, lastWrongMs: 0 }
  expect(compareRuns(events, known(none)).run).toEqual([])
  const wrong = { ...none, wrongPasswords: 2, lastWrongMs: 4000 }
  const of = { area: 'facts' } as const
  expect(compareRuns(known(none), known(wrong)).run).toEqual([
    {
      ...of,
      member: 'history.wrongPasswords',
      title: 'Earlier sign-ins: wrong passwords in a row',
      right: '2',
      expected: false,
    },
    {
      ...of,
      member: 'history.lastWrongMs',
      title: 'Earlier sign-ins: time since the last wrong password',
      right: '4 s',
      expected: true,
    },
  ])
})

it('how many digits a random number happens to have is new in every sign-in', () => {
  const withDigits = (digits: number) => [
    ...events,
    { type: 'facts', at: 1, step: 1, facts: [{ name: 'srp-a', values: { digits } }] } as const,
  ]
  const { same, steps } = compareRuns(withDigits(768), withDigits(767))
  expect(same).toBe(true)
  expect(steps[0]?.differences).toMatchObject([{ member: 'srp-a.digits', expected: true }])
})
