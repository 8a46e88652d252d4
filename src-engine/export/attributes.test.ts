import { expect, test } from 'vitest'
import type { Trace, TraceEvent } from '../trace/event.ts'
import { redactTrace } from './redact.ts'

const sent = JSON.stringify({
  Username: 'ed',
  UserAttributes: [
    { Name: 'email', Value: 'ed@example.com' },
    { Name: 'given_name', Value: 'Edwina' },
    { Name: 'email_verified', Value: 'true' },
    { Value: 'no name before it', Name: 'x' },
  ],
})
const attempted = {
  type: 'attempted',
  at: 1,
  step: 1,
  attempt: { requestBody: sent, requestHeaders: [], connection: { reused: false }, phases: {} },
} as unknown as TraceEvent
const answered: TraceEvent = {
  type: 'answered',
  at: 2,
  step: 1,
  durationMs: 1,
  answer: { kind: 'accepted', values: { Username: 'ed', PreferredMfaSetting: 'SMS_MFA' } },
}

test('a redacted export contains no attributes of a call and no username of its answer', () => {
  const trace: Trace = { events: [attempted, answered], secrets: [] }
  const text = JSON.stringify(redactTrace(trace, new Uint8Array(16)).events)
  for (const value of ['"ed"', 'ed@example.com', 'Edwina', 'no name before it'])
    expect(text).not.toContain(value)
  expect(text).toContain('SMS_MFA')
  expect(text).toContain('\\"email_verified\\",\\"Value\\":\\"true\\"')
})
