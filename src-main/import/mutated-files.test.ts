// Captures with something broken in them. `npm test` tries a small part of what was tried once;
// AUTHSCOPE_MUTATED_FILES=20000 tries all, AUTHSCOPE_SEED=… another part.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { traceVersion } from '#engine/trace/event.ts'
import { parseTrace } from '#engine/trace/parse-trace.ts'
import { diagnose } from '#engine/diagnosis/diagnose.ts'
import { readBytes } from './read-bytes-under-test.ts'
import { readRecordingFile } from './recording-file.ts'
import { UnreadableRecording } from './read-recording.ts'

const files = Number(process.env['AUTHSCOPE_MUTATED_FILES'] ?? 150)
const seed = Number(process.env['AUTHSCOPE_SEED'] ?? 20261128)
const megabyte = 1 << 20

const folder = new URL('captures/', import.meta.url)
const captures = readdirSync(folder).map((name) => readFileSync(new URL(name, folder)))
const capture = fc.constantFrom(...captures)
/** A place in a file, from its beginning to its end. */
const place = fc.double({ min: 0, max: 1, noNaN: true })

type Mutation = (bytes: Buffer) => Buffer

const at = (bytes: Buffer, part: number) => Math.floor(part * bytes.length)
const spliced = (bytes: Buffer, from: number, to: number, inserted: Uint8Array) =>
  Buffer.concat([bytes.subarray(0, from), inserted, bytes.subarray(to)])

const cut = place.map(
  (part): Mutation =>
    (bytes) =>
      bytes.subarray(0, at(bytes, part)),
)

const withoutStart = place.map(
  (part): Mutation =>
    (bytes) =>
      bytes.subarray(at(bytes, part)),
)

const flipped = fc
  .array(fc.tuple(place, fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 40 })
  .map((flips): Mutation => (bytes) => {
    const copy = Buffer.from(bytes)
    for (const [part, mask] of flips) {
      const index = Math.min(at(copy, part), copy.length - 1)
      copy[index] = (copy[index] ?? 0) ^ mask
    }
    return copy
  })

const inserted = fc.tuple(place, fc.uint8Array({ maxLength: 200 })).map(
  ([part, bytes]): Mutation =>
    (of) =>
      spliced(of, at(of, part), at(of, part), bytes),
)

/** A piece of one file where a piece of another was. */
const mixed = fc
  .tuple(place, place, place, capture)
  .map(([from, to, into, other]): Mutation => (bytes) => {
    const piece = other.subarray(at(other, Math.min(from, to)), at(other, Math.max(from, to)))
    return spliced(bytes, at(bytes, into), at(bytes, into), piece)
  })

/** The next value after a place becomes one of another type; in JSON and in Python alike. */
const retyped = fc
  .tuple(
    place,
    fc.constantFrom('null', '0', '-1e999', 'true', '{}', '[]', '""', '[[{}]]', '{"a":1}', 'NaN'),
  )
  .map(([part, value]): Mutation => (bytes) => {
    const from = bytes.indexOf(': ', at(bytes, part))
    if (from < 0) return bytes
    const ends = [',', '}', '\n'].map((end) => bytes.indexOf(end, from)).filter((end) => end > 0)
    return spliced(bytes, from + 2, Math.min(...ends, bytes.length), Buffer.from(value))
  })

const nested = fc
  .tuple(
    place,
    fc.constantFrom('[', '{"a":', '{"log":', '(', '"\\"'),
    fc.integer({ min: 1, max: 60_000 }),
  )
  .map(
    ([part, unit, count]): Mutation =>
      (bytes) =>
        spliced(bytes, at(bytes, part), at(bytes, part), Buffer.from(unit.repeat(count))),
  )

const huge = fc
  .tuple(place, fc.constantFrom('a', '\\', '"', '\n', '\\u00e9', "'", 'é', '0'))
  .map(([part, unit]): Mutation => (bytes) => {
    const from = bytes.indexOf('"', at(bytes, part)) + 1
    return spliced(bytes, from, from, Buffer.from(unit.repeat(megabyte / unit.length)))
  })

const cheap = [cut, withoutStart, flipped, inserted, mixed, retyped, nested].map((arbitrary) => ({
  arbitrary,
  weight: 8,
}))
const mutation = fc.oneof(...cheap, { arbitrary: huge, weight: 1 })
const mutated = fc
  .tuple(capture, fc.array(mutation, { minLength: 1, maxLength: 3 }))
  .map(([bytes, mutations]) => mutations.reduce<Buffer>((of, change) => change(of), bytes))

const temporary = mkdtempSync(join(tmpdir(), 'authscope-mutated-'))
afterAll(() => {
  rmSync(temporary, { recursive: true })
})

/** An archive is read from the disk, everything else from the memory. */
async function read(bytes: Buffer) {
  if (bytes.toString('latin1', 0, 2) !== 'PK') return readBytes(bytes)
  const path = join(temporary, 'archive.zip')
  writeFileSync(path, bytes)
  return readRecordingFile(path, { application: 'Authscope 0.0.0', profileOf: () => undefined })
}

it('a malformed file is read as far as possible, or refused with an explanation', async () => {
  let most = 0
  await fc.assert(
    fc.asyncProperty(mutated, async (bytes) => {
      const outcome = await read(bytes).catch((error: unknown) => error)
      most = Math.max(most, process.memoryUsage.rss())
      if (outcome instanceof UnreadableRecording) {
        expect(outcome.message).toMatch(/^.{10,1000}$/s)
        return
      }
      if (outcome instanceof Error) throw outcome
      const { problems, traces } = outcome as Awaited<ReturnType<typeof readBytes>>
      for (const { message } of problems) expect(message).not.toBe('')
      for (const { events, secrets } of traces) {
        expect(parseTrace({ events, secrets }, traceVersion)).toMatchObject({ ok: true })
        diagnose(events)
      }
    }),
    { numRuns: files, seed, endOnFailure: true },
  )
  process.stdout.write(
    `mutated files ${String(files)} · most memory ${(most / megabyte).toFixed(0)} MB\n`,
  )
  expect(most).toBeLessThan(1500 * megabyte)
}, 3_600_000)
