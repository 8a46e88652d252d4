import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { readAuthscopeArchive } from './authscope-archive.ts'
import { openHarArchive } from './har-archive.ts'
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
 * Reads a file of any format that Authscope opens: plain, compressed by gzip, a zip that Authscope or
 * Playwright wrote, or UTF-16, as PowerShell writes logs. Nothing of it is kept.
 * @throws UnreadableRecording
 */
export async function readRecordingFile(
  path: string,
  ports: ReadRecordingPorts,
): Promise<Recording> {
  try {
    const { mtimeMs, size } = await stat(path)
    const plain: RecordingSource = {
      name: basename(path),
      size,
      writtenAt: mtimeMs,
      chunks: () => createReadStream(path, { highWaterMark: chunkSize }),
    }
    const head = await firstBytes(path)
    if (!head.startsWith('504b0304')) return await readRecording(decoded(plain, head), ports)
    const own = await readAuthscopeArchive(path, ports)
    if (own) return own
    const archive = await openHarArchive(path)
    try {
      return await readRecording({ ...plain, ...archive.source }, ports)
    } finally {
      archive.close()
    }
  } catch (error) {
    throw error instanceof UnreadableRecording ? error : unreadable(path, error)
  }
}

/** Reads what was pasted, as {@link readRecordingFile} reads a file. @throws UnreadableRecording */
export function readPastedRecording(text: string, ports: ReadRecordingPorts): Promise<Recording> {
  const bytes = Buffer.from(text)
  return readRecording(
    {
      name: '',
      size: bytes.length,
      writtenAt: Date.now(),
      async *chunks() {
        for (let at = 0; at < bytes.length; at += chunkSize)
          yield await Promise.resolve(bytes.subarray(at, at + chunkSize))
      },
    },
    ports,
  )
}

async function firstBytes(path: string): Promise<string> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(4) })
    return buffer.subarray(0, bytesRead).toString('hex')
  } finally {
    await file.close()
  }
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

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  EACCES: 'You do not have permission to read this file.',
  EPERM: 'You do not have permission to read this file.',
  EISDIR: 'This is a folder. Open a file in it.',
}

/** Why a file cannot be read, in a sentence with its name. */
export function unreadable(path: string, error: unknown): UnreadableRecording {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const reason =
    reasons[code] ??
    (code.startsWith('Z_')
      ? 'The compressed file is damaged or truncated.'
      : `The file could not be read (${code || 'unknown reason'}).`)
  return new UnreadableRecording('unreadable', `${basename(path)}: ${reason}`)
}
