// What the numbers of other programs mean, one row of them for each test; what they are is measured.
import { describe, expect, it } from 'vitest'
import { entry, har, only, read } from './har-under-test.ts'

describe('a HAR', () => {
  it('has numbers that make no sense as unknown', () => {
    const timings = {
      blocked: -2339953.946,
      dns: -1,
      connect: -1,
      send: null,
      wait: 'x',
      receive: 1,
    }
    const call = only(har([entry({ bodySize: -474 }, {}, { timings, time: -1 })]))
    expect(call.phases).toEqual({ receive: 1 })
    expect(call.durationMs).toBe(1)
    const withNaN = har([entry()]).replace('"wait":9', '"wait":NaN')
    expect(only(withNaN).phases).not.toHaveProperty('wait')
    expect(read(withNaN).problems).toEqual([])
  })

  it('counts the TLS handshake once', () => {
    expect(only(har([entry()])).phases).toMatchObject({ connect: 2, tls: 3 })
  })

  it('of Firefox has the TLS handshake beside connecting, even on a connection of 0 ms', () => {
    const timings = { blocked: -1, dns: 0, connect: 4, ssl: 21, send: 0, wait: 17, receive: 0 }
    const of = (connect: number) =>
      only(har([entry({}, {}, { timings: { ...timings, connect } })], { name: 'Firefox' }))
    expect(of(4).phases).toEqual({ connect: 4, tls: 21, wait: 17 })
    expect(of(0).phases).toEqual({ tls: 21, wait: 17 })
    expect(of(0).connection?.reused).toBe(false)
  })

  it.each([
    ['2026-11-28T01:15:59.029Z', '2026-11-28T01:15:59.029Z'],
    ['2026-11-28T02:32:43.790+01:00', '2026-11-28T01:32:43.790Z'],
    ['2026-11-28T01:15:59.029335+00:00', '2026-11-28T01:15:59.029Z'],
  ])('has the start time %s', (startedDateTime, expected) => {
    const { at } = only(har([entry({}, {}, { startedDateTime })]))
    expect(new Date(at ?? 0).toISOString()).toBe(expected)
  })

  it.each([
    ['WebInspector', -1, true],
    ['WebInspector', 5, false],
    // Nothing tells a connection that a preflight opened, which Playwright does not record.
    ['Playwright', -1, undefined],
    ['Playwright', 5, false],
    // It writes 0 for what did not happen too.
    ['Firefox', 0, undefined],
    ['Insomnia REST Client', 5, undefined],
    ['axios-har-tracker', -1, undefined],
    ['mitmproxy har_dump', -1, true],
  ])('of %s with %d ms of connecting has a reused connection: %s', (name, connect, reused) => {
    const { connection } = only(
      har([entry({}, {}, { timings: { connect, send: 0, wait: 1 }, serverIPAddress: '[::1]' })], {
        name,
      }),
    )
    expect(connection).toEqual({
      ...(reused !== undefined && { reused }),
      remoteAddress: '::1',
    })
  })

  it('of Insomnia has no times, because its times are those of the export', () => {
    const call = only(har([entry()], { name: 'Insomnia REST Client' }))
    expect(call.at).toBeUndefined()
    expect(call.phases).toBeUndefined()
    expect(call.notCaptured[0]?.reason).toContain('time of the export')
  })

  it('of axios-har-tracker has no phases, because it writes three times 10 ms for every call', () => {
    const timings = { blocked: -1, dns: -1, ssl: -1, connect: -1, send: 10, wait: 10, receive: 10 }
    const recording = har([entry({}, {}, { timings, time: 595 })], { name: 'axios-har-tracker' })
    const call = only(recording)
    expect(call.durationMs).toBe(595)
    expect(call.phases).toBeUndefined()
    expect(call.notCaptured).toContainEqual(
      expect.objectContaining({ part: 'timings', reason: expect.stringContaining('whole time') }),
    )
  })

  it('of Playwright has status -1, and of a browser status 0, where no answer came', () => {
    for (const status of [-1, 0]) {
      const pending = { status, headers: [], content: { text: '' }, bodySize: -1 }
      const call = only(har([entry({}, pending, { timings: {}, time: 0 })]))
      expect(call.response).toBeUndefined()
      expect(call.failure?.message).toContain('No answer came while the recording ran')
      expect(call.durationMs).toBeUndefined()
    }
  })
})
