import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { ImportProblem } from '#engine/import/importer.ts'
import { openPromise, type Entry, type ZipFile } from 'yauzl'
import { joinedRecording, lostRecording } from './joined-recording.ts'
import {
  readRecording,
  UnreadableRecording,
  type ReadRecordingPorts,
  type Recording,
} from './read-recording.ts'

/** The largest body that is taken out of an archive; those of Cognito have a few kilobytes. */
const maxBodyBytes = 8 << 20
/** Files of an archive that are read. */
const maxFiles = 200
const har = /\.har$/i

/**
 * Reads a zip that other programs wrote: every HAR in it, with the bodies that Playwright puts into
 * files of their own; without any, every log, as in the zip that a CI service offers.
 * @throws UnreadableRecording where it is damaged or nothing in it can be read
 */
export async function readForeignArchive(
  path: string,
  ports: ReadRecordingPorts,
): Promise<Recording> {
  const zip = await openPromise(path, { autoClose: false }).catch(() => {
    throw damaged()
  })
  try {
    const entries = new Map<string, Entry>()
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
    return await readFirstGroup({ zip, entries, name: basename(path) }, ports)
  } catch (error) {
    throw error instanceof UnreadableRecording ? error : damaged()
  } finally {
    zip.close()
  }
}

const damaged = () =>
  new UnreadableRecording('unreadable', 'The zip archive is damaged or truncated.')

interface Archive {
  readonly zip: ZipFile
  readonly entries: ReadonlyMap<string, Entry>
  readonly name: string
}

/** A log of GitHub Actions has each job at the top, and each step of it again in a folder. */
function groupsOf(entries: ReadonlyMap<string, Entry>): readonly (readonly Entry[])[] {
  const named = (pattern: RegExp) =>
    [...entries.values()].filter(({ fileName }) => pattern.test(fileName))
  const hars = named(har)
  if (hars.length > 0) return [hars]
  return [named(/^[^/]+\.(?:log|txt|json)$/i), named(/\/[^/]+\.(?:log|txt|json)$/i)]
}

async function readFirstGroup(archive: Archive, ports: ReadRecordingPorts): Promise<Recording> {
  const groups = groupsOf(archive.entries).filter((group) => group.length > 0)
  if (groups.length === 0)
    throw new UnreadableRecording('unknown-format', 'There is no HAR or log in this zip archive.')
  const unread: Recording[] = []
  for (const group of groups) {
    const recordings = await readGroup(archive, group, ports)
    const found = recordings.filter(({ traces }) => traces.length > 0)
    // Most logs of a CI service are of something else; a HAR was chosen by a person.
    const isOfHars = group.every(({ fileName }) => har.test(fileName))
    if (found.length > 0) return joinedRecording(isOfHars ? recordings : found, archive.name)
    unread.push(...recordings)
  }
  return joinedRecording(unread, archive.name)
}

async function readGroup(
  archive: Archive,
  group: readonly Entry[],
  ports: ReadRecordingPorts,
): Promise<readonly Recording[]> {
  const files = group.slice(0, maxFiles)
  const recordings: Recording[] = []
  for (const [index, entry] of files.entries())
    recordings.push(
      await readFile(archive, entry, {
        ...ports,
        onProgress: (done) => ports.onProgress?.((index + done) / files.length),
      }),
    )
  if (files.length < group.length)
    recordings.push(
      lostRecording(archive.name, `Only the first ${String(maxFiles)} files were read.`),
    )
  return recordings
}

async function readFile(
  { entries, zip }: Archive,
  entry: Entry,
  ports: ReadRecordingPorts,
): Promise<Recording> {
  const { fileName } = entry
  const folder = fileName.replace(/[^/]*$/, '')
  try {
    const recording = await readRecording(
      {
        name: fileName.slice(folder.length),
        size: entry.uncompressedSize,
        writtenAt: Number(entry.getLastModDate()),
        async *chunks() {
          yield* (await zip.openReadStreamPromise(entry)) as AsyncIterable<Uint8Array>
        },
        attachment: async (name) => {
          const body = entries.get(`${folder}${name}`)
          if (!body || body.uncompressedSize > maxBodyBytes) return undefined
          return buffer(Readable.from(await zip.openReadStreamPromise(body)))
        },
      },
      ports,
    )
    return {
      ...recording,
      problems: recording.problems.map((problem) => placedIn(fileName, problem)),
    }
  } catch (error) {
    if (!(error instanceof UnreadableRecording) || error.code === 'cancelled') throw error
    return lostRecording(fileName, error.message)
  }
}

const placedIn = (file: string, { message, place }: ImportProblem): ImportProblem => ({
  message,
  place: place === undefined ? file : `${file}, ${place}`,
})
