import { expect, test } from 'vitest'
import type { TraceEvent } from '../trace/event.ts'
import { spansOf } from './spans.ts'

/** The spans of a call with one attempt, without the one of the sign-in. */
function spansOfCall(url: string, status: number) {
  const attempt = {
    number: 1,
    at: 1,
    method: 'POST',
    url,
    phases: { wait: 5 },
    requestHeaders: [],
    connection: { reused: false },
    response: { status, headers: [], body: '' },
  }
  const events = [
    { type: 'sent', at: 1, step: 1, operation: 'InitiateAuth', by: 'person' },
    { type: 'attempted', at: 6, step: 1, attempt },
  ] as unknown as readonly TraceEvent[]
  return spansOf({ events, secrets: [] }).slice(1)
}

test('a call is named Service.Operation, as the conventions for AWS SDKs require', () => {
  const [call] = spansOfCall('https://cognito-idp.eu-west-1.amazonaws.com/', 200)
  expect(call?.name).toBe('CognitoIdentityProvider.InitiateAuth')
})

test.each([
  ['https://cognito-idp.eu-west-1.amazonaws.com/', 443],
  ['http://localhost/', 80],
  ['http://127.0.0.1:9233/', 9233],
])('an attempt to %s names the port %i', (url, port) => {
  const [, attempt] = spansOfCall(url, 200)
  expect(attempt?.attributes).toMatchObject({ 'server.port': port })
  expect(attempt).not.toHaveProperty('error')
  expect(attempt?.attributes).not.toHaveProperty('error.type')
})

test('an attempt that was refused is an error, with the status as its type and no message', () => {
  const [, attempt] = spansOfCall('https://cognito-idp.eu-west-1.amazonaws.com/', 400)
  expect(attempt).toMatchObject({ error: '', attributes: { 'error.type': '400' } })
})
