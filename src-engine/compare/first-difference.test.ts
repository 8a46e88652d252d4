import { expect, it } from 'vitest'
import type { TraceEvent } from '../trace/event.ts'
import { sampleTrace } from '../vectors/sample-trace.ts'
import { compareRuns } from './compare-runs.ts'
import { compareWithGood } from './compare-with-good.ts'
import type { Difference } from './difference.ts'
import { firstDifference } from './first-difference.ts'

const step = (...differences: readonly (readonly [Difference['area'], string])[]) => ({
  differences: differences.map(([area, member]) => ({ area, member, expected: false })),
})
const other = step(['response', 'kind'])

it.each([
  ['a header', 'request', 'headers.user-agent'],
  ['how often a call was tried', 'request', 'attempts'],
  ['who signs in', 'request', 'body.AuthParameters.USERNAME'],
  ['a header of the answer', 'response', 'headers.x-cache'],
  ['where a code was sent', 'response', 'parameters.CODE_DELIVERY_DESTINATION'],
  ['whose token it is', 'claims', 'id.sub'],
  ['a fact', 'facts', 'sizes.request'],
  ['a duration', 'timing', 'duration'],
] as const)('%s is passed over for the difference that explains the outcome', (_, area, member) => {
  expect(firstDifference([step([area, member]), other])).toBe(1)
  // It is the first one nevertheless where there is no other.
  expect(firstDifference([step(), step([area, member])])).toBe(1)
})

it.each([
  ['an outcome', 'response', 'kind'],
  ['a challenge', 'response', 'challenge'],
  ['an error code', 'response', 'error'],
  ['the text of an error', 'response', 'message'],
  ['a status', 'response', 'status'],
  ['a field of the request', 'request', 'body.AuthParameters.PREFERRED_CHALLENGE'],
  ['an injected fault', 'request', 'fault'],
  ['a group in a token', 'claims', 'access.cognito:groups.0'],
  ['a cause', 'diagnosis', 'AS1101'],
  ['a step that one run lacks', 'step', 'step'],
] as const)('%s is a first difference', (_, area, member) => {
  expect(firstDifference([step([area, member]), other])).toBe(0)
})

it('what is new in every sign-in, and runs that do not differ, have no first difference', () => {
  const fresh = { area: 'response', member: 'error', expected: true } as const
  expect(firstDifference([step(), { differences: [fresh] }])).toBeUndefined()
})

it('two runs with other user agents part where one is refused, beside a good run as well', () => {
  const { events } = sampleTrace().trace
  const refused: readonly TraceEvent[] = events.map((event) => {
    if (event.type === 'attempted')
      return {
        ...event,
        attempt: { ...event.attempt, requestHeaders: [['user-agent', 'other'] as const] },
      }
    return event.type === 'answered' && event.answer.kind === 'refused'
      ? { ...event, answer: { ...event.answer, error: 'ExpiredCodeException' } }
      : event
  })
  expect(compareRuns(events, refused)).toMatchObject({ same: false, firstDifference: 1 })
  expect(compareWithGood(refused, events, events)).toMatchObject({ firstDifference: 1 })
})
