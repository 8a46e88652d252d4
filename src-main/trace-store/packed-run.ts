import { deflateRawSync, deflateSync, inflateRawSync, inflateSync } from 'node:zlib'
import { z } from 'zod/mini'
import { BridgeError } from '#contract/failure.ts'
import { reveal, Secret, secretKinds } from '#engine/secret/secret.ts'
import type { AttemptBytes } from './attempt-bytes.ts'
import { damagedRun, storedEvents } from './stored-events.ts'
import type { StoredRun } from './trace-store.ts'

/** What a run is kept as besides its row. */
export interface PackedRun {
  /** Events and secrets. */
  readonly events: Uint8Array
  /** The bytes of the attempts. */
  readonly bytes: Uint8Array
}

type Content = Pick<StoredRun, 'bytes' | 'events' | 'secrets'>

/** Deflate looks back no further. */
const window = 32_768

/** Compresses what a run contains, for a database with this dictionary. */
export function packRun(stored: Content, dictionary: Buffer): PackedRun {
  const secrets = [...stored.secrets].map(([mark, secret]) => [mark, secret.kind, reveal(secret)])
  const bodies = restoredBodies(stored)
  const bytes = stored.bytes.map(({ attempt, request, response, step }) => {
    const known = bodies.get(`${String(step)}/${String(attempt)}`)
    return [step, attempt, packed(request, known), response && packed(response, known)]
  })
  return {
    events: deflateSync(JSON.stringify({ events: stored.events, secrets }), { dictionary }),
    bytes: Buffer.from(JSON.stringify(bytes)),
  }
}

/** The reverse of {@link packRun}. @throws BridgeError `run-damaged` */
export function unpackRun(packedRun: PackedRun, dictionary: Buffer): Content {
  try {
    const stored = inflateSync(packedRun.events, { dictionary }).toString()
    const { events, secrets } = storedContent.parse(JSON.parse(stored))
    const opened = {
      events: storedEvents(events),
      secrets: new Map(secrets.map(([mark, kind, value]) => [mark, Secret.of(kind, value)])),
    }
    const bytes = storedBytes.parse(JSON.parse(Buffer.from(packedRun.bytes).toString()))
    const bodies = restoredBodies(opened)
    return { ...opened, bytes: bytes.map((each) => attemptBytes(each, bodies)) }
  } catch (error) {
    throw error instanceof BridgeError ? error : damagedRun('its data cannot be decoded')
  }
}

const storedContent = z.object({
  events: z.unknown(),
  secrets: z.array(z.tuple([z.string(), z.enum(secretKinds), z.string()])),
})

const storedBytes = z.array(
  z.union([
    z.tuple([z.number(), z.number(), z.string()]),
    z.tuple([z.number(), z.number(), z.string(), z.nullable(z.string())]),
  ]),
)

function attemptBytes(
  [step, attempt, request, response]: z.output<typeof storedBytes>[number],
  bodies: ReadonlyMap<string, Buffer>,
): AttemptBytes {
  const known = bodies.get(`${String(step)}/${String(attempt)}`)
  return {
    step,
    attempt,
    request: unpacked(request, known),
    // An empty response is a response.
    response: typeof response === 'string' ? unpacked(response, known) : undefined,
  }
}

/**
 * What the events say went over the wire, secrets put back. It mostly is what went over the wire,
 * byte for byte, so that as a dictionary it leaves next to nothing of the bytes. What is kept can be
 * read only as long as this gives the same text for the same events: it must never change.
 */
function restoredBodies({
  events,
  secrets,
}: Pick<StoredRun, 'events' | 'secrets'>): ReadonlyMap<string, Buffer> {
  const restored = (body: string): string => {
    const inJson = body.startsWith('{') || body.startsWith('[')
    return body.replace(/‹[^‹›]{1,80}›/g, (mark) => {
      const secret = secrets.get(mark)
      if (!secret) return mark
      return inJson ? JSON.stringify(reveal(secret)).slice(1, -1) : reveal(secret)
    })
  }
  return new Map(
    events.flatMap((event) => {
      if (event.type !== 'attempted') return []
      const { number, requestBody, response } = event.attempt
      const text = Buffer.from(restored(requestBody) + restored(response?.body ?? ''))
      return [[`${String(event.step)}/${String(number)}`, text.subarray(-window)] as const]
    }),
  )
}

// A dictionary must not be empty.
const options = (dictionary: Buffer | undefined) =>
  dictionary && dictionary.length > 0 ? { dictionary } : {}
const packed = (bytes: Uint8Array, dictionary: Buffer | undefined): string =>
  deflateRawSync(bytes, options(dictionary)).toString('base64')
const unpacked = (text: string, dictionary: Buffer | undefined): Uint8Array =>
  new Uint8Array(inflateRawSync(Buffer.from(text, 'base64'), options(dictionary)))
