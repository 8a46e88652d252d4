import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { readAuthscopeArchive } from './authscope-archive.ts'
import { reasonOfFileError } from './file-error.ts'
import { readForeignArchive } from './foreign-archive.ts'
import {
  readRecording,
  UnreadableRecording,
  type ReadRecordingPorts,
  type Recording,
  type RecordingSource,
} from './read-recording.ts'

/** Bytes that are read at a time: few enough for the memory, many enough for the disk. */
const chunkSize = 1 << 20

/**
 * Reads a file of any format that Authscope opens: plain, compressed by gzip, a zip of recordings, or
 * UTF-16, as PowerShell writes logs. Nothing of it is kept.
 * @throws UnreadableRecording
 */
export async function readRecordingFile(
  path: string,
  ports: ReadRecordingPorts,
): Promise<Recording> {
  try {
    const isPipe = (await stat(path)).isFIFO()
    const plain = isPipe ? await fromPipe(path) : await fromFile(path)
    const head = await firstBytes(plain)
    if (!head.startsWith('504b0304')) return await readRecording(decoded(plain, head), ports)
    if (isPipe)
      throw new UnreadableRecording(
        'unreadable',
        'A zip cannot be read from a pipe. Name its file.',
      )
    return (await readAuthscopeArchive(path, ports)) ?? (await readForeignArchive(path, ports))
  } catch (error) {
    throw error instanceof UnreadableRecording ? error : unreadable(path, error)
  }
}

/** Reads what was pasted, as {@link readRecordingFile} reads a file. @throws UnreadableRecording */
export const readPastedRecording = (text: string, ports: ReadRecordingPorts): Promise<Recording> =>
  readRecording(inMemory('', Buffer.from(text)), ports)

async function fromFile(path: string): Promise<RecordingSource> {
  const { mtimeMs, size } = await stat(path)
  return {
    name: basename(path),
    size,
    writtenAt: mtimeMs,
    chunks: () => createReadStream(path, { highWaterMark: chunkSize }),
  }
}

/** A pipe, as of `<(unzip -p a.zip)`, can be read only once. */
const fromPipe = async (path: string): Promise<RecordingSource> =>
  inMemory(basename(path), await readFile(path))

function inMemory(name: string, bytes: Buffer): RecordingSource {
  return {
    name,
    size: bytes.length,
    writtenAt: Date.now(),
    async *chunks() {
      for (let at = 0; at < bytes.length; at += chunkSize)
        yield await Promise.resolve(bytes.subarray(at, at + chunkSize))
    },
  }
}

/** In hex; fewer than 4 of a shorter file. */
async function firstBytes({ chunks }: RecordingSource): Promise<string> {
  for await (const chunk of chunks()) return Buffer.from(chunk.subarray(0, 4)).toString('hex')
  return ''
}

function decoded(source: RecordingSource, head: string): RecordingSource {
  if (head.startsWith('1f8b'))
    return unpacked({ ...source, name: source.name.replace(/\.gz$/i, '') }, unzipped)
  if (head.startsWith('fffe') || head.startsWith('feff'))
    return unpacked(source, (chunks) =>
      utf8Chunks(chunks, head.startsWith('fffe') ? 'utf-16le' : 'utf-16be'),
    )
  return source
}

type Chunks = AsyncIterable<Uint8Array>

/** How much is in a packed file is not known before its end: its progress is that of the file. */
function unpacked(source: RecordingSource, unpack: (chunks: Chunks) => Chunks): RecordingSource {
  let consumed = 0
  async function* counted(): Chunks {
    consumed = 0
    for await (const chunk of source.chunks()) {
      consumed += chunk.length
      yield chunk
    }
  }
  return { ...source, chunks: () => unpack(counted()), consumed: () => consumed }
}

/** An error of the file ends the decompressed stream too, so that its reader learns of it. */
const unzipped = (chunks: Chunks): Chunks =>
  pipeline(Readable.from(chunks), createGunzip({ chunkSize }), () => undefined)

async function* utf8Chunks(chunks: Chunks, encoding: string): Chunks {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }))
}

/** Why a file cannot be read, in a sentence with its name. */
export const unreadable = (path: string, error: unknown): UnreadableRecording =>
  new UnreadableRecording('unreadable', `${basename(path)}: ${reasonOfFileError(error)}`)
