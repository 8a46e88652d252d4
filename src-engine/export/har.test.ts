import { expect, it } from 'vitest'
import { z } from 'zod'
import type { Attempt } from '../trace/event.ts'
import { sampleTrace } from '../vectors/sample-trace.ts'
import { harConnections } from './har-connections.ts'
import { toHar } from './har.ts'

const text = z.string()
const size = z.number().min(-1)
const phase = z.number().refine((ms) => ms >= 0 || ms === -1)
const named = z.object({ name: text, value: text })
const time = z.iso.datetime({ offset: true })

/** HAR 1.2, with the members that it requires; what is not of it must begin with `_`. */
const har = z.strictObject({
  log: z.strictObject({
    version: z.literal('1.2'),
    creator: z.strictObject({ name: text, version: text }),
    comment: text.optional(),
    pages: z.array(
      z.object({
        startedDateTime: time,
        id: text,
        title: text,
        pageTimings: z.strictObject({ onContentLoad: size, onLoad: size }),
      }),
    ),
    entries: z.array(
      z.object({
        pageref: text,
        startedDateTime: time,
        time: z.number().min(0),
        request: z.strictObject({
          method: text,
          url: text.regex(/^https?:/),
          httpVersion: text.regex(/^HTTP\//),
          cookies: z.array(named),
          headers: z.array(named),
          queryString: z.array(named),
          postData: z.strictObject({ mimeType: text, text }).optional(),
          headersSize: size,
          bodySize: size,
        }),
        response: z.strictObject({
          status: z.number().int(),
          statusText: text,
          httpVersion: text,
          cookies: z.array(named),
          headers: z.array(named),
          content: z.strictObject({
            size: z.number().min(0),
            mimeType: text,
            text: text.optional(),
          }),
          redirectURL: text,
          headersSize: size,
          bodySize: size,
          _error: text.optional(),
        }),
        cache: z.strictObject({}),
        timings: z.strictObject({
          blocked: phase,
          dns: phase,
          connect: phase,
          ssl: phase,
          send: z.number().min(0),
          wait: z.number().min(0),
          receive: z.number().min(0),
        }),
        serverIPAddress: z.union([z.ipv4(), z.ipv6()]).optional(),
        connection: text.optional(),
      }),
    ),
  }),
})

const ofHar = new Set(
  'pageref startedDateTime time request response cache timings serverIPAddress connection comment id title pageTimings'.split(
    ' ',
  ),
)

const { trace } = sampleTrace()
const { log } = har.parse(JSON.parse(toHar(trace)))

it('is HAR 1.2, and what it adds begins with an underscore', () => {
  const raw = JSON.parse(toHar(trace)) as { log: Record<'pages' | 'entries', object[]> }
  for (const member of [...raw.log.pages, ...raw.log.entries].flatMap((each) => Object.keys(each)))
    expect(ofHar.has(member) || member.startsWith('_'), member).toBe(true)
  expect(log.creator).toEqual({ name: 'Authscope', version: '0.1.0' })
})

it('has one entry per attempt, retries included, all on one page', () => {
  expect(log.pages).toHaveLength(1)
  expect(log.entries).toHaveLength(4)
  for (const { pageref } of log.entries) expect(pageref).toBe(log.pages[0]?.id)
})

it('times add up as in browsers: TLS is part of connecting', () => {
  const [entry] = log.entries
  expect(entry?.timings).toMatchObject({ blocked: -1, dns: 4, connect: 30, ssl: 20 })
  expect(entry?.time).toBeCloseTo(4 + 30 + 1 + 80.5 + 2)
})

it('shows an attempt without a response as browsers do', () => {
  const failed = log.entries[2]
  expect(failed?.response).toMatchObject({ status: 0, _error: 'ECONNRESET: read ECONNRESET' })
  expect(failed?.timings).toMatchObject({ dns: -1, connect: -1, ssl: -1, send: 0, wait: 0 })
  expect(failed?.request.queryString).toEqual([{ name: 'u', value: 'ana.canary@example.com' }])
})

it('of a request that got no answer, no byte was received', () => {
  expect(log.entries[2]?.response).toMatchObject({ bodySize: 0, content: { size: 0 } })
})

it('names a connection by the port of its server, and the next one there by a number too', () => {
  const idOf = harConnections()
  const ids = (attempts: readonly Partial<Attempt>[]) =>
    attempts.map((one) => idOf({ ...sampleAttempt(), ...one }))
  const a = '198.51.100.5:443'
  expect(
    ids([
      { connection: { reused: false, remoteAddress: a } },
      { connection: { reused: true, remoteAddress: a } },
      { connection: { reused: false, remoteAddress: a } },
      { connection: { reused: true, remoteAddress: a } },
      { connection: { reused: false, remoteAddress: '[::1]:9229' } },
      { connection: { reused: false, remoteAddress: '2001:db8::7' }, url: 'http://pool:8443/a' },
      { connection: { reused: false }, url: 'http://pool/a:1' },
      { connection: {} },
    ]),
  ).toEqual(['443', '443', '443 (2)', '443 (2)', '9229', '8443', '80', undefined])
})

it('has an absolute URL, and a title without gaps, where the recording names neither', () => {
  const events = trace.events.map((event) =>
    event.type === 'attempted'
      ? { ...event, attempt: { ...event.attempt, url: '' } }
      : event.type === 'started'
        ? { ...event, target: { ...event.target, userPoolId: '', endpoint: '' } }
        : event,
  )
  const { pages, entries } = har.parse(JSON.parse(toHar({ events, secrets: [] }))).log
  expect(entries[0]?.request.url).toBe('https://url-not-captured.invalid/')
  expect(pages[0]?.title).toMatch(/ to an unknown pool$/)
})

it('takes bodies, sizes and headers unchanged from the trace', () => {
  const [entry] = log.entries
  expect(entry?.request.postData?.mimeType).toBe('application/x-amz-json-1.1')
  expect(entry?.request.postData?.text).toMatch(/"PASSWORD":"‹password [0-9a-f]+›"/)
  expect(entry?.response.content.mimeType).toBe('application/x-amz-json-1.1')
  expect(entry?.serverIPAddress).toBe('198.51.100.5')
})

it('accepts a trace without a beginning, without attempts, or with invalid times', () => {
  for (const events of [[], trace.events.slice(3), trace.events.slice(0, 2)])
    har.parse(JSON.parse(toHar({ events, secrets: [] })))
  const [started] = trace.events
  if (started) har.parse(JSON.parse(toHar({ events: [{ ...started, at: 1e300 }], secrets: [] })))
})

function sampleAttempt(): Attempt {
  const attempted = trace.events.find((event) => event.type === 'attempted')
  if (!attempted) throw new Error('The sample has no attempt.')
  return attempted.attempt
}
