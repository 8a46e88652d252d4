import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { reveal } from '#engine/secret/secret.ts'
import { goldenDictionary, goldenRun } from './golden-run-under-test.ts'
import { packRun, unpackRun } from './packed-run.ts'
import { sampleRun } from './sample-run-under-test.ts'

interface GoldenFile {
  readonly events: string
  readonly bytes: string
}

// Written once, by the version that made this form. A change of the bodies that are put back from the
// events would leave every history unreadable, although what is written then could be read again.
const golden = JSON.parse(
  readFileSync(new URL('golden-run.json', import.meta.url), 'utf8'),
) as GoldenFile

const open = ({ events, bytes }: GoldenFile) =>
  unpackRun(
    [{ events: Buffer.from(events, 'base64'), bytes: Buffer.from(bytes, 'base64') }],
    goldenDictionary,
  )

const shown = ({ bytes, secrets }: ReturnType<typeof open>) => ({
  secrets: [...secrets].map(([mark, secret]) => [mark, secret.kind, reveal(secret)]),
  bytes: bytes.map(({ attempt, request, response, step }) => {
    const text = (of: Uint8Array | undefined) => of && Buffer.from(of).toString()
    return { step, attempt, request: text(request), response: text(response) }
  }),
})

test('a run that an earlier version packed gives the bytes that went over the wire', () => {
  expect(shown(open(golden))).toEqual(shown(goldenRun))
})

test('a run packed today is as small as one that the earlier version packed', () => {
  const packed = packRun(goldenRun, goldenDictionary)
  expect(packed.bytes.length).toBeLessThanOrEqual(golden.bytes.length)
  expect(packed.events.length).toBeLessThanOrEqual(golden.events.length)
})

test.each([
  ['data that does not decompress', Buffer.from('no deflate'), 'its data cannot be decoded'],
  ['an event without its time', packedWithoutTimes(), 'events[0].at'],
])('%s makes a run a damaged one, whose message says so', (_, events, message) => {
  expect(() => unpackRun([{ events, bytes: Buffer.from('[]') }], goldenDictionary)).toThrow(
    expect.objectContaining({ code: 'run-damaged', message: expect.stringContaining(message) }),
  )
})

function packedWithoutTimes(): Uint8Array {
  const run = sampleRun('one')
  const events = run.events.map((event) => ({ ...event, at: NaN }))
  return packRun({ ...run, events }, goldenDictionary).events
}
