import { expect, it } from 'vitest'
import { sampleTrace } from '../vectors/sample-trace.ts'
import { diagnose } from './diagnose.ts'

/** The codes of the causes of the sample, whose first call has this type and is refused unread. */
function causesOf(contentType: string) {
  const events = sampleTrace().trace.events.map((event) => {
    if (!('step' in event) || event.step !== 1) return event
    if (event.type === 'attempted')
      return {
        ...event,
        attempt: { ...event.attempt, requestHeaders: [['Content-Type', contentType] as const] },
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
  expect(causesOf('application/json; charset=utf-8')).toEqual(['AS2210 likely'])
  expect(causesOf('application/x-amz-json-1.1')).toEqual(['AS1000 likely', 'AS2210 excluded'])
})
