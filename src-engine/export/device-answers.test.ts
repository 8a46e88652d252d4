import { expect, test } from 'vitest'
import type { TraceEvent } from '../trace/event.ts'
import { sampleTrace } from '../vectors/sample-trace.ts'
import { redactTrace } from './redact.ts'

const device = {
  DeviceKey: 'eu-west-1_6f0f1c1e-1c1c-4a7b-9d5b-0d3f0f5d7c11',
  DeviceAttributes: [
    { Name: 'device_status', Value: 'valid' },
    { Name: 'device_name', Value: 'Ada’s phone' },
    { Name: 'dev:device_remembered_status', Value: 'remembered' },
    { Name: 'last_ip_used', Value: '203.0.113.77' },
  ],
  DeviceCreateDate: 1_760_000_000,
}

const url = 'http://127.0.0.1:9233/'

/** An attempt with this answer, as a redacted export has it. */
function exportedAttempt(members: object) {
  const { trace } = sampleTrace()
  const attempted = trace.events.find((event) => event.type === 'attempted')!
  const { response } = attempted.attempt
  const body = JSON.stringify(members)
  const event: TraceEvent = {
    ...attempted,
    attempt: { ...attempted.attempt, url, response: { ...response!, body } },
  }
  const [open] = redactTrace({ ...trace, events: [event] }, new Uint8Array(16)).events
  return open?.type === 'attempted' ? open.attempt : undefined
}

const exported = (members: object): string => exportedAttempt(members)?.response?.body ?? ''

test.each([
  ['ListDevices and AdminListDevices', { Devices: [device] }],
  ['GetDevice', { Device: device }],
])('a redacted answer of %s contains no device name, key or IP address', (_, members) => {
  const body = exported(members)
  for (const personal of [device.DeviceKey, 'Ada’s phone', '203.0.113.77'])
    expect(body).not.toContain(personal)
  expect(body).toMatch(/"device_name","Value":"‹device/)
  expect(body).toMatch(/"last_ip_used","Value":"‹address/)
})

test('a redacted export still says whether a device is remembered', () => {
  const body = exported({ Device: device })
  expect(body).toContain('"Name":"device_status","Value":"valid"')
  expect(body).toContain('"Name":"dev:device_remembered_status","Value":"remembered"')
})

test('the practice pool’s own address is marked as an attribute, and kept in the URL', () => {
  const own = [{ Name: 'last_ip_used', Value: '127.0.0.1' }]
  const attempt = exportedAttempt({ Device: { ...device, DeviceAttributes: own } })
  expect(attempt?.response?.body).toMatch(/"last_ip_used","Value":"‹address/)
  expect(attempt?.url).toBe(url)
})
