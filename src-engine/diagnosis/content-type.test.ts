import { expect, it } from 'vitest'
import { sampleTrace } from '../vectors/sample-trace.ts'
import { diagnose } from './diagnose.ts'

/** The codes of the causes of the sample, whose first call has these headers and is refused unread. */
function causesOf(...requestHeaders: readonly (readonly [string, string])[]) {
  const events = sampleTrace().trace.events.map((event) => {
    if (!('step' in event) || event.step !== 1) return event
    if (event.type === 'attempted')
      return {
        ...event,
        attempt: { ...event.attempt, requestHeaders },
      }
    if (event.type !== 'answered') return event
    const error = 'UnknownOperationException'
    return { ...event, answer: { kind: 'refused' as const, error, message: '', status: 200 } }
  })
  return diagnose(events)
    .filter(({ step }) => step === 1)
    .map(({ code, verdict }) => `${code} ${verdict}`)
}

it('a request that is not AWS JSON is why its operation is unknown, and only then', () => {
  expect(causesOf(['Content-Type', 'application/json; charset=utf-8'])).toEqual(['AS2210 likely'])
  expect(causesOf(['content-type', 'application/x-amz-json-1.1'])).toEqual([
    'AS1000 likely',
    'AS2210 excluded',
  ])
})

it('a recording that has lost the Content-Type says nothing about it', () => {
  expect(causesOf(['Host', 'cognito-idp.eu-west-1.amazonaws.com'])).toEqual(['AS1000 likely'])
})
