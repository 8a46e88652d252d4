import {
  crc32,
  deflateRawSync,
  deflateSync,
  inflateRawSync,
  inflateSync,
  type ZlibOptions,
} from 'node:zlib'
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
/** Two thirds of the time of the default level for 3 % more bytes. */
const level = 2
/** With the checksum and no more: to compress takes longer than to write what that would spare. */
const uncompressed: ZlibOptions = { level: 0, windowBits: 9, memLevel: 1 }

/** Compresses what a run contains for a database with this dictionary. */
export const packRun = (stored: Content, dictionary: Buffer): PackedRun =>
  pack(stored, stored.secrets, { dictionary, level })

/**
 * The same of what a run has gained, which is packed with the rest once the run has ended.
 * @param secrets all of the run, also those that its earlier parts contain
 */
export const packDelta = (stored: Content, secrets: StoredRun['secrets']): PackedRun =>
  pack(stored, secrets, uncompressed)

function pack(stored: Content, secrets: StoredRun['secrets'], options: ZlibOptions): PackedRun {
  const bodies = restoredBodies({ events: stored.events, secrets })
  const bytes = stored.bytes.map(({ attempt, request, response, step }) => {
    const known = bodies.get(`${String(step)}/${String(attempt)}`)
    return [
      step,
      attempt,
      packed(request, known?.request, known),
      response && packed(response, known?.response, known),
    ]
  })
  return {
    events: deflateSync(contentText(stored), options),
    bytes: Buffer.from(JSON.stringify(bytes)),
  }
}

/**
 * The reverse of {@link packRun}.
 * @param parts a run as it was written whole, and what it has gained since, in order
 * @throws BridgeError `run-damaged`
 */
export function unpackRun(parts: readonly PackedRun[], dictionary: Buffer): Content {
  const opened = unpackEvents(parts, dictionary)
  return unlessDamaged(() => {
    const bodies = restoredBodies(opened)
    const bytes = parts.flatMap((part) =>
      storedBytes.parse(JSON.parse(Buffer.from(part.bytes).toString())),
    )
    return { ...opened, bytes: bytes.map((each) => attemptBytes(each, bodies)) }
  })
}

/** The events and secrets alone. @throws BridgeError `run-damaged` */
export function unpackEvents(
  parts: readonly Pick<PackedRun, 'events'>[],
  dictionary: Buffer,
): Omit<Content, 'bytes'> {
  return unlessDamaged(() =>
    contentOf(parts.map(({ events }) => inflateSync(events, { dictionary }).toString())),
  )
}

/** Events and secrets as the text that is kept of them. */
export const contentText = ({ events, secrets }: Omit<Content, 'bytes'>): string =>
  JSON.stringify({
    events,
    secrets: [...secrets].map(([mark, secret]) => [mark, secret.kind, reveal(secret)]),
  })

/** The reverse of {@link contentText}, of one or more parts. @throws BridgeError `run-damaged` */
export const contentOf = (texts: readonly string[]): Omit<Content, 'bytes'> =>
  unlessDamaged(() => {
    const parts = texts.map((text) => storedContent.parse(JSON.parse(text)))
    const secrets = parts.flatMap((part) => part.secrets)
    return {
      // Together, since the first event says the version of all.
      events: storedEvents(parts.flatMap(({ events }) => events)),
      secrets: new Map(secrets.map(([mark, kind, value]) => [mark, Secret.of(kind, value)])),
    }
  })

function unlessDamaged<Result>(unpack: () => Result): Result {
  try {
    return unpack()
  } catch (error) {
    throw error instanceof BridgeError ? error : damagedRun('its data cannot be decoded')
  }
}

const storedContent = z.object({
  events: z.array(z.unknown()),
  secrets: z.array(z.tuple([z.string(), z.enum(secretKinds), z.string()])),
})

/** Bytes that are what the events say are kept as their checksum; others compressed, in base64. */
const storedBody = z.union([z.number(), z.string()])
type StoredBody = z.output<typeof storedBody>

const storedBytes = z.array(
  z.union([
    z.tuple([z.number(), z.number(), storedBody]),
    z.tuple([z.number(), z.number(), storedBody, z.nullable(storedBody)]),
  ]),
)

function attemptBytes(
  [step, attempt, request, response]: z.output<typeof storedBytes>[number],
  bodies: ReadonlyMap<string, Bodies>,
): AttemptBytes {
  const known = bodies.get(`${String(step)}/${String(attempt)}`)
  return {
    step,
    attempt,
    request: unpacked(request, known?.request, known),
    // An empty response is a response.
    response:
      response === null || response === undefined
        ? undefined
        : unpacked(response, known?.response, known),
  }
}

/** What the events say went over the wire in one attempt. */
interface Bodies {
  readonly request: Buffer
  readonly response: Buffer
}

/**
 * What the events say went over the wire, secrets put back. It mostly is what went over the wire,
 * byte for byte, so that nothing or next to nothing of the bytes is left to keep. What is kept can be
 * read only as long as this gives the same text for the same events: it must never change.
 */
function restoredBodies({
  events,
  secrets,
}: Pick<StoredRun, 'events' | 'secrets'>): ReadonlyMap<string, Bodies> {
  const restored = (body: string): Buffer => {
    const inJson = body.startsWith('{') || body.startsWith('[')
    const text = body.replace(/‹[^‹›]{1,80}›/g, (mark) => {
      const secret = secrets.get(mark)
      if (!secret) return mark
      return inJson ? JSON.stringify(reveal(secret)).slice(1, -1) : reveal(secret)
    })
    return Buffer.from(text)
  }
  return new Map(
    events.flatMap((event) => {
      if (event.type !== 'attempted') return []
      const { number, requestBody, response } = event.attempt
      const bodies = { request: restored(requestBody), response: restored(response?.body ?? '') }
      return [[`${String(event.step)}/${String(number)}`, bodies] as const]
    }),
  )
}

function packed(
  bytes: Uint8Array,
  said: Buffer | undefined,
  known: Bodies | undefined,
): StoredBody {
  if (said?.equals(bytes)) return crc32(bytes)
  return deflateRawSync(bytes, optionsOf(known)).toString('base64')
}

function unpacked(
  stored: StoredBody,
  said: Buffer | undefined,
  known: Bodies | undefined,
): Uint8Array {
  if (typeof stored === 'string')
    return new Uint8Array(inflateRawSync(Buffer.from(stored, 'base64'), optionsOf(known)))
  if (!said || crc32(said) !== stored) throw damagedRun('its bytes are not those of its events')
  return new Uint8Array(said)
}

function optionsOf(known: Bodies | undefined): { readonly dictionary?: Buffer } {
  const dictionary = Buffer.concat(known ? [known.request, known.response] : []).subarray(-window)
  // A dictionary must not be empty.
  return dictionary.length > 0 ? { dictionary } : {}
}
