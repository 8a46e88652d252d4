import fc from 'fast-check'
import { expect, it } from 'vitest'
import { timeline } from '../trace/timeline.ts'
import { sampleTrace } from '../vectors/sample-trace.ts'
import { toHar } from './har.ts'
import { readTrace, toTraceJson } from './trace-json.ts'

const { trace } = sampleTrace()
const written = toTraceJson(trace)

const codeOf = (text: string) => {
  const read = readTrace(text)
  return read.ok ? 'ok' : read.code
}

const changed = (change: object) =>
  JSON.stringify({ ...(JSON.parse(written) as object), ...change })

it('reads back exactly what it wrote', () => {
  expect(readTrace(written)).toEqual({ ok: true, trace })
  expect(readTrace(`\uFEFF${written}`)).toEqual({ ok: true, trace })
})

it.each([
  ['', 'empty'],
  [' \n', 'empty'],
  ['not json', 'not json'],
  [written.slice(0, -100), 'not json'],
  ['[]', 'not a trace'],
  ['null', 'not a trace'],
  ['{"format":"other"}', 'not a trace'],
  [toHar(trace), 'har'],
  [changed({ version: 99 }), 'newer'],
  [changed({ version: 'one' }), 'damaged'],
  [changed({ version: 0 }), 'damaged'],
  [changed({ events: {} }), 'damaged'],
  [changed({ events: [null] }), 'damaged'],
  [changed({ events: [{ type: 'invented', at: 1 }] }), 'damaged'],
  [changed({ secrets: [{ mark: 1 }] }), 'damaged'],
  ['['.repeat(200_000), 'not json'],
])('says what is wrong with a file that is not a trace (%#)', (text, code) => {
  const read = readTrace(text)
  expect(codeOf(text)).toBe(code)
  if (!read.ok) expect(read.message).toMatch(/\.$/)
})

it('says which version wrote a newer trace, and where a trace is damaged', () => {
  expect(readTrace(changed({ version: 99 }))).toMatchObject({
    message: expect.stringContaining('newer Authscope') as string,
  })
  const [started] = trace.events
  expect(readTrace(changed({ events: [{ ...started, at: 'noon' }] }))).toMatchObject({
    message: expect.stringContaining('trace.events[0].at is not a number') as string,
  })
})

it('never throws, and every trace that it accepts can be shown', () => {
  const document = JSON.parse(written) as { events: Record<string, unknown>[] }
  const damage = fc.record({
    event: fc.nat(document.events.length - 1),
    member: fc.nat(8),
    value: fc.jsonValue(),
  })
  fc.assert(
    fc.property(damage, ({ event, member, value }) => {
      const copy = structuredClone(document)
      const target = copy.events[event] ?? {}
      const name = Object.keys(target)[member] ?? 'extra'
      target[name] = value
      const read = readTrace(JSON.stringify(copy))
      if (!read.ok) return
      timeline(read.trace.events)
      toHar(read.trace)
    }),
    { numRuns: 300 },
  )
  const nested = fc
    .integer({ min: 100, max: 20_000 })
    .map((depth) => written.replace('"at"', `"x": ${'['.repeat(depth)}${']'.repeat(depth)}, "at"`))
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json(), nested), (text) => {
      expect(readTrace(text).ok).toBe(false)
    }),
  )
})
