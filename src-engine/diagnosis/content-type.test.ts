import { expect, it } from 'vitest'
import { sampleTrace } from '../vectors/sample-trace.ts'
import { diagnose } from './diagnose.ts'

type Header = readonly [name: string, value: string]

/** The causes of the sample, whose first call has these headers and is refused unread. */
function causesWith(...requestHeaders: readonly Header[]) {
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
  return diagnose(events).filter(({ step }) => step === 1)
}

const causesOf = (...headers: readonly Header[]) =>
  causesWith(...headers).map(({ code, verdict }) => `${code} ${verdict}`)

it('an unknown operation is not advised on a Content-Type that was right', () => {
  const [unknown] = causesWith(['Content-Type', 'application/x-amz-json-1.1'])
  expect(JSON.stringify(unknown?.next)).toContain('X-Amz-Target')
  expect(JSON.stringify(unknown?.next)).not.toContain('Content-Type')
})

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
