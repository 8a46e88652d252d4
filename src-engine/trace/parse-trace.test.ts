import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { z } from 'zod/mini'
import { sampleTrace } from '../vectors/sample-trace.ts'
import { trace as traceShape, traceVersion } from './event.ts'
import { parseTrace } from './parse-trace.ts'
import { timeline } from './timeline.ts'

/** A trace of the sample sign-in as the Authscope of that version exported it. */
const exportedBy = (version: number) =>
  JSON.parse(
    readFileSync(new URL(`versions/version-${String(version)}.json`, import.meta.url), 'utf8'),
  ) as { events: Record<string, unknown>[]; secrets: unknown[]; version: number }

const versions = Array.from({ length: traceVersion }, (_, index) => index + 1)

const opened = (version: number) => {
  const parsed = parseTrace(exportedBy(version), version)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed))
  return parsed.trace
}

it.each(versions)('a file of version %i is read, and shows the same sign-in', (version) => {
  const { state, steps } = timeline(opened(version).events)
  expect(exportedBy(version).version).toBe(version)
  expect(state).toBe('tokens')
  expect(steps.map(({ answer, pending }) => [answer?.kind, pending?.challenge])).toEqual([
    ['challenged', undefined],
    ['refused', 'SMS_MFA'],
    ['tokens', 'SMS_MFA'],
  ])
  expect(steps[2]?.computed).toMatchObject([{ what: 'proof', note: 'USER_ID_FOR_SRP' }])
})

it.each(versions)(
  'a trace of version %i is one of the present version once it was read',
  (version) => {
    const { events, secrets } = opened(version)
    expect(events[0]).toMatchObject({ type: 'started', version: traceVersion })
    expect(parseTrace({ events, secrets }, traceVersion)).toEqual({
      ok: true,
      trace: { events, secrets },
    })
  },
)

it('a name of version 2 is found under its present name', () => {
  const steps = timeline(opened(2).events).steps
  expect(steps[1]).toMatchObject({
    fault: 'A code with a digit too many',
    triggers: [{ trigger: 'CustomMessage' }],
  })
  expect(steps[2]?.pending).toMatchObject({
    notComputable: 'The profile keeps no number of this user.',
  })
})

it.each([
  [{ at: 'noon' }, 'trace.events[0].at is not a number'],
  [{ type: 'invented' }, 'trace.events[0].type is not known'],
  [{ target: 7 }, 'trace.events[0].target is not an object'],
])('damage is named by its place, in the words of the file’s own version', (change, damage) => {
  for (const version of versions) {
    const { events, secrets } = exportedBy(version)
    const [started, ...rest] = events
    expect(parseTrace({ events: [{ ...started, ...change }, ...rest], secrets }, version)).toEqual({
      ok: false,
      reason: 'damaged',
      damage,
    })
  }
})

it('names of a later version are damage in an earlier one', () => {
  const { events, secrets } = exportedBy(traceVersion)
  expect(parseTrace({ events, secrets }, 1)).toMatchObject({ ok: false, reason: 'damaged' })
})

it('members that the shape does not name are left out', () => {
  const { trace } = sampleTrace()
  const [started, ...rest] = trace.events
  expect(
    parseTrace({ ...trace, events: [{ ...started, extra: 1 }, ...rest] }, traceVersion),
  ).toEqual({ ok: true, trace })
})

// A stranger's file, or a run stored before, was written in this shape. Adding an optional member
// is no harm: accept the new snapshot. Whatever an Authscope of before could not read is a new version.
it('the present version has the shape that was published', async () => {
  await expect(`${JSON.stringify(z.toJSONSchema(traceShape), null, 2)}\n`).toMatchFileSnapshot(
    `versions/version-${String(traceVersion)}.schema.json`,
  )
})
