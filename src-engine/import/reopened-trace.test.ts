import { expect, it } from 'vitest'
import { deviceVerifierConfig } from '../devices/device-verifier.ts'
import type { Trace } from '../trace/event.ts'
import { sampleTrace } from '../vectors/sample-trace.ts'
import { reopenedTrace } from './reopened-trace.ts'

const origin = { kind: 'imported', file: '', format: 'Authscope trace', tool: '' } as const
const secret = 'c0ffee00c0ffee00'

/** How one computed value of a trace with its secrets is shown, whose only secret is as long. */
function shownAs(what: string, name: string): string | undefined {
  const [started] = sampleTrace().trace.events
  if (!started) throw new Error('the sample has events')
  const values = [{ name, value: secret, note: '' }]
  const trace: Trace = {
    ...sampleTrace().trace,
    events: [started, { type: 'computed', at: started.at, step: 1, what, durationMs: 0, values }],
    secrets: [{ mark: '‹device secret 0001›', kind: 'device secret', length: secret.length }],
  }
  const { events } = reopenedTrace(trace, origin, new Uint8Array(16))
  return events.flatMap((event) => (event.type === 'computed' ? event.values : []))[0]?.value
}

it('a username stays readable though a secret is as long', () => {
  expect(shownAs('PASSWORD_VERIFIER', 'name')).toBe(secret)
})

it('the salt of an exchange stays readable, and that of a new device is a secret', () => {
  expect(shownAs('PASSWORD_VERIFIER', 'salt')).toBe(secret)
  expect(shownAs(deviceVerifierConfig, 'salt')).toMatch(/^‹/)
})

it('the group of an exchange is a secret where it may be that of a device', () => {
  expect(shownAs('DEVICE_PASSWORD_VERIFIER', 'group')).toMatch(/^‹/)
})
