import { expect, it } from 'vitest'
import { timeline, type TimelineStep } from '#engine/trace/timeline.ts'
import { sampleTrace } from '#engine/vectors/sample-trace.ts'
import { sessionLineage, sessionUseText } from './session-lineage.ts'

const step = (number: number, more: Partial<TimelineStep>): TimelineStep => ({
  number,
  status: 'done',
  at: number,
  attempts: [],
  triggers: [],
  computed: [],
  computedMs: 0,
  facts: [],
  operation: 'RespondToAuthChallenge',
  ...more,
})
const gives = (session: string) => ({
  answer: {
    kind: 'challenged' as const,
    challenge: 'SMS_MFA',
    parameters: {},
    availableChallenges: [],
    session,
  },
})

it('a session goes from the answer that brought it to the call that it went along with', () => {
  const lineage = sessionLineage([
    step(1, gives('‹session a›')),
    step(2, { session: '‹session a›', ...gives('‹session b›') }),
    step(3, { session: '‹session b›' }),
  ])
  expect(lineage).toEqual([
    { mark: '‹session a›', from: 1, to: 2, kind: 'first' },
    { mark: '‹session b›', from: 2, to: 3, kind: 'first' },
  ])
})

it('a session after a refused answer is used again, and one that was accepted is spent', () => {
  const refused = sessionLineage(timeline(sampleTrace().trace.events).steps)
  expect(refused.map(({ from, kind, to }) => [from, to, kind])).toEqual([
    [1, 2, 'first'],
    [1, 3, 'again'],
  ])
  const spent = sessionLineage([
    step(1, gives('‹session a›')),
    step(2, { session: '‹session a›', ...gives('‹session b›') }),
    step(3, { session: '‹session a›', status: 'refused' }),
  ])
  expect(spent.at(-1)).toMatchObject({ from: 1, to: 3, kind: 'spent', before: 2 })
  expect(spent.map(sessionUseText)).toEqual([
    'session of step 1',
    'session of step 1, which step 2 had used up',
  ])
})

it('a session from elsewhere says so, and one that comes back unchanged is not spent', () => {
  const [first] = sessionLineage([step(1, { session: '‹session x›' })])
  expect(first && sessionUseText(first)).toBe('session from elsewhere')
  const back = sessionLineage([
    step(1, gives('‹session a›')),
    step(2, { session: '‹session a›', ...gives('‹session a›') }),
    step(3, { session: '‹session a›' }),
  ])
  expect(back.at(-1)).toMatchObject({ from: 2, kind: 'first' })
})
