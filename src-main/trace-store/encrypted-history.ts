import { createReadStream } from 'node:fs'
import { pipeline, Readable } from 'node:stream'
import { createInterface } from 'node:readline'
import { createGunzip, createGzip } from 'node:zlib'
import { Decrypter, Encrypter } from 'age-encryption'
import { z } from 'zod/mini'
import { BridgeError } from '#contract/failure.ts'
import { runRow } from '#contract/routes/runs.ts'
import { reveal, Secret, secretKinds } from '#engine/secret/secret.ts'
import { counted } from '#engine/units/counted.ts'
import {
  addRun,
  allRuns,
  hasRun,
  type AnnotatedRun,
  type RunSource,
  type RunTarget,
} from './all-runs.ts'
import { storedEvents } from './stored-events.ts'
import { writePrivatePieces } from '#main/private-files/write-private-file.ts'

// The file is what `age --passphrase` writes, so that other tools open it, too: in it is gzip, and in
// that one JSON document a line, of which the first names the format.
const header = { format: 'authscope-history', version: 1 } as const
const minPassphrase = 12
/** Binary logarithm of what trying one passphrase costs: about a second, as age has it. */
const defaultWorkFactor = 18

/** What was read of a file. */
export interface ImportedHistory {
  readonly added: number
  /** Runs that the history had already. */
  readonly known: number
}

/** What such a file contains. */
export interface HistoryContents {
  readonly runs: number
  /** Runs that the history has already. */
  readonly known: number
  /** When the oldest and the newest run began; absent of none. */
  readonly from?: number
  readonly to?: number
}

/** How long work is followed, and ended. */
export interface TransferOptions {
  /** Ends it: an export leaves no file, an import what it has added. */
  readonly signal?: AbortSignal | undefined
  /** Told now and then how much was done, in runs of an export and in bytes of an import. */
  readonly onProgress?: ((done: number) => void) | undefined
  /** Binary logarithm of what trying a passphrase costs. */
  readonly workFactor?: number
}

/**
 * Writes every run of a store, with its secrets, as one file that a passphrase encrypts.
 * @returns how many runs
 * @throws BridgeError `passphrase-short`
 */
export async function exportHistory(
  store: RunSource,
  path: string,
  passphrase: Secret,
  { onProgress, signal, workFactor = defaultWorkFactor }: TransferOptions = {},
): Promise<number> {
  if (reveal(passphrase).length < minPassphrase)
    throw new BridgeError(
      'passphrase-short',
      `The passphrase needs ${String(minPassphrase)} characters or more: whoever has the file can try as often as they want.`,
    )
  const encrypter = new Encrypter()
  encrypter.setPassphrase(reveal(passphrase))
  encrypter.setScryptWorkFactor(workFactor)
  let runs = 0
  async function* lines(): AsyncGenerator<string> {
    yield `${JSON.stringify(header)}\n`
    for await (const run of allRuns(store)) {
      signal?.throwIfAborted()
      runs += 1
      onProgress?.(runs)
      yield `${JSON.stringify(lineOf(run))}\n`
    }
  }
  // Its errors reach whoever reads the result.
  const plain = pipeline(Readable.from(lines()), createGzip(), () => undefined)
  const encrypted = await encrypter.encrypt(Readable.toWeb(plain) as ReadableStream<Uint8Array>)
  await writePrivatePieces(path, encrypted as AsyncIterable<Uint8Array> & ReadableStream)
  return runs
}

/**
 * Adds the runs of such a file to a store, but those that it has already.
 * @throws BridgeError `history-file-refused` with a sentence; runs that came before the fault stay
 */
export async function importHistory(
  store: RunTarget,
  path: string,
  passphrase: Secret,
  options: TransferOptions = {},
): Promise<ImportedHistory> {
  const imported = { added: 0, known: 0 }
  try {
    await readRuns(path, passphrase, options, async (run) => {
      if (await addRun(store, run)) imported.added += 1
      else imported.known += 1
    })
    return imported
  } catch (error) {
    throw refused(error, imported.added)
  }
}

/**
 * Reads all of such a file, and adds nothing.
 * @throws BridgeError `history-file-refused`
 */
export async function historyContents(
  store: RunTarget,
  path: string,
  passphrase: Secret,
  options: TransferOptions = {},
): Promise<HistoryContents> {
  let [runs, known, from, to] = [0, 0, Infinity, 0]
  try {
    await readRuns(path, passphrase, options, async ({ stored: { run } }) => {
      runs += 1
      if (await hasRun(store, run.runId)) known += 1
      from = Math.min(from, run.startedAt)
      to = Math.max(to, run.startedAt)
    })
  } catch (error) {
    throw refused(error, 0)
  }
  return { runs, known, ...(runs > 0 && { from, to }) }
}

async function readRuns(
  path: string,
  passphrase: Secret,
  { onProgress, signal }: TransferOptions,
  each: (run: AnnotatedRun) => Promise<void>,
): Promise<void> {
  const decrypter = new Decrypter()
  decrypter.addPassphrase(reveal(passphrase))
  const source = createReadStream(path)
  const file = Readable.toWeb(source) as ReadableStream<Uint8Array>
  const decrypted = await decrypter.decrypt(file)
  const unzipped = Readable.fromWeb(decrypted as never).on('error', (error) => {
    gunzip.destroy(error)
  })
  const gunzip = createGunzip()
  const lines = createInterface({ input: unzipped.pipe(gunzip), crlfDelay: Infinity })
  // Without this a fault of the stream would only end the loop.
  let fault: unknown
  gunzip.on('error', (error) => {
    fault = error
    lines.close()
  })
  try {
    let first = true
    for await (const line of lines) {
      signal?.throwIfAborted()
      if (first) headerLine.parse(JSON.parse(line))
      else await each(runOf(line))
      onProgress?.(source.bytesRead)
      first = false
    }
    if (fault !== undefined || first) throw fault
  } finally {
    source.destroy()
  }
}

const refused = (error: unknown, added: number): BridgeError => {
  if (error instanceof BridgeError) return error
  if (error instanceof Error && error.name === 'AbortError')
    return new BridgeError('cancelled', `Cancelled. Runs imported until then: ${String(added)}.`)
  const text = error instanceof Error ? error.message : ''
  const sentence = /no identity matched|passphrase|incorrect/i.test(text)
    ? 'The passphrase is not the one of this file.'
    : 'The file is no history that Authscope exported, or it is damaged or cut off.'
  const kept =
    added > 0
      ? ` ${counted(added, 'run before the damage was', 'runs before the damage were')} imported.`
      : ''
  return new BridgeError('history-file-refused', `${sentence}${kept}`)
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

function lineOf({ note, pinned, stored }: AnnotatedRun) {
  return {
    run: stored.run,
    events: stored.events,
    secrets: [...stored.secrets].map(([mark, secret]) => [mark, secret.kind, reveal(secret)]),
    bytes: stored.bytes.map(({ request, response, ...place }) => ({
      ...place,
      request: base64(request),
      ...(response && { response: base64(response) }),
    })),
    ...(note !== undefined && { note }),
    ...(pinned && { pinned }),
  }
}

const headerLine = z.object({ format: z.literal(header.format), version: z.literal(1) })
const runLine = z.object({
  run: runRow,
  events: z.unknown(),
  secrets: z.array(z.tuple([z.string(), z.enum(secretKinds), z.string()])),
  bytes: z.array(
    z.object({
      step: z.number(),
      attempt: z.number(),
      request: z.string(),
      response: z.optional(z.string()),
    }),
  ),
  note: z.optional(z.string()),
  pinned: z.optional(z.boolean()),
})

function runOf(line: string): AnnotatedRun {
  const { bytes, events, note, pinned, run, secrets } = runLine.parse(JSON.parse(line))
  const decoded = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))
  return {
    stored: {
      run,
      events: storedEvents(events),
      secrets: new Map(secrets.map(([mark, kind, value]) => [mark, Secret.of(kind, value)])),
      bytes: bytes.map(({ request, response, ...place }) => ({
        ...place,
        request: decoded(request),
        response: response === undefined ? undefined : decoded(response),
      })),
    },
    note,
    pinned,
  }
}
