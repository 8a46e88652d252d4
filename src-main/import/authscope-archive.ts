import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { text } from 'node:stream/consumers'
import { openPromise, type Entry, type ZipFile } from 'yauzl'
import {
  archiveFormat,
  archiveVersion,
  manifestName,
  manifestSchema,
  type Manifest,
} from '#main/export/archive-manifest.ts'
import { joinedRecording, lostRecording } from './joined-recording.ts'
import {
  readRecording,
  UnreadableRecording,
  type ReadRecordingPorts,
  type Recording,
} from './read-recording.ts'

const maxManifestBytes = 4 << 20
/** Bytes that all files of an archive may have unpacked. */
const maxArchiveBytes = 512 << 20
/** Formats that are opened again; the others are for other programs. */
const opened: ReadonlySet<string> = new Set(['har', 'json'])

/**
 * Reads a zip that Authscope exported: every run that its manifest names. A file that was changed
 * since, or is missing, is reported as a problem.
 * @returns undefined where Authscope did not write the zip
 * @throws UnreadableRecording
 */
export async function readAuthscopeArchive(
  path: string,
  ports: ReadRecordingPorts,
): Promise<Recording | undefined> {
  const zip = await openPromise(path, { autoClose: false }).catch(() => undefined)
  if (!zip) return undefined
  try {
    const entries = new Map<string, Entry>()
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
    const manifest = await manifestOf(zip, entries.get(manifestName))
    if (!manifest) return undefined
    assertOpens(manifest, entries)
    const recordings: Recording[] = []
    for (const [index, { file, sha256 }] of manifest.runs.entries()) {
      const part = (done: number) => (index + done) / manifest.runs.length
      recordings.push(
        await readEntry(zip, entries.get(file), { file, sha256 }, basename(path), {
          ...ports,
          onProgress: (done) => ports.onProgress?.(part(done)),
        }),
      )
    }
    return joinedRecording(recordings, basename(path))
  } catch (error) {
    if (error instanceof UnreadableRecording) throw error
    throw new UnreadableRecording('unreadable', 'The zip archive is damaged or truncated.')
  } finally {
    zip.close()
  }
}

async function manifestOf(zip: ZipFile, entry: Entry | undefined): Promise<Manifest | undefined> {
  if (!entry || entry.uncompressedSize > maxManifestBytes) return undefined
  const content = await text(await zip.openReadStreamPromise(entry))
  const document = parsed(content)
  if (document === undefined) return undefined
  const { data } = manifestSchema.safeParse(document)
  if (data) return data
  if (JSON.stringify(document).includes(archiveFormat))
    throw new UnreadableRecording('unreadable', 'The manifest of the zip is damaged.')
  return undefined
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return undefined
  }
}

function assertOpens(
  { exportFormat, runs, version }: Manifest,
  entries: ReadonlyMap<string, Entry>,
): void {
  if (version > archiveVersion)
    throw new UnreadableRecording(
      'unknown-format',
      'This archive was made by a newer Authscope. Update to open it.',
    )
  if (!opened.has(exportFormat))
    throw new UnreadableRecording(
      'unknown-format',
      `This archive has sign-ins as ${exportFormat}, which Authscope writes but cannot open. Supported formats: HAR and JSON.`,
    )
  const size = runs.reduce((sum, { file }) => sum + (entries.get(file)?.uncompressedSize ?? 0), 0)
  if (size > maxArchiveBytes)
    throw new UnreadableRecording('unreadable', 'The archive unpacks to more than 512 MB.')
}

async function readEntry(
  zip: ZipFile,
  entry: Entry | undefined,
  { file, sha256 }: Pick<Manifest['runs'][number], 'file' | 'sha256'>,
  archive: string,
  ports: ReadRecordingPorts,
): Promise<Recording> {
  if (!entry)
    return lostRecording(file, 'The manifest names this file, but it is not in the archive.')
  let digest = ''
  async function* chunks(of: Entry) {
    const hash = createHash('sha256')
    for await (const chunk of await zip.openReadStreamPromise(of)) {
      hash.update(chunk as Uint8Array)
      yield chunk as Uint8Array
    }
    digest = hash.digest('hex')
  }
  try {
    const recording = await readRecording(
      {
        name: `${archive}/${file}`,
        size: entry.uncompressedSize,
        writtenAt: Number(entry.getLastModDate()),
        chunks: () => chunks(entry),
      },
      ports,
    )
    if (digest === sha256) return recording
    const message =
      'This file was changed after the export: its SHA-256 is not that of the manifest.'
    return { ...recording, problems: [...recording.problems, { message, place: file }] }
  } catch (error) {
    if (!(error instanceof UnreadableRecording) || error.code === 'cancelled') throw error
    return lostRecording(file, error.message)
  }
}
