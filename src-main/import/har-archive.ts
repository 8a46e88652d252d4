import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { openPromise, type Entry } from 'yauzl'
import { UnreadableRecording, type RecordingSource } from './read-recording.ts'

/** The largest body that is taken out of an archive; those of Cognito have a few kilobytes. */
const maxBodyBytes = 8 << 20

/** A Playwright recording with attached bodies: a zip of a HAR and the files that it names. */
export interface HarArchive {
  readonly source: Pick<RecordingSource, 'attachment' | 'chunks' | 'name' | 'size'>
  readonly close: () => void
}

/** @throws UnreadableRecording where the archive is damaged or contains no HAR */
export async function openHarArchive(path: string): Promise<HarArchive> {
  try {
    const zip = await openPromise(path, { autoClose: false })
    const entries = new Map<string, Entry>()
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
    const har = [...entries.values()].find(({ fileName }) => /\.har$/i.test(fileName))
    if (!har) {
      zip.close()
      throw new UnreadableRecording('unknown-format', 'There is no HAR file in this zip archive.')
    }
    const folder = har.fileName.replace(/[^/]*$/, '')
    return {
      source: {
        name: har.fileName.slice(folder.length),
        size: har.uncompressedSize,
        chunks: async function* () {
          yield* (await zip.openReadStreamPromise(har)) as AsyncIterable<Uint8Array>
        },
        attachment: async (name) => {
          const entry = entries.get(`${folder}${name}`)
          if (!entry || entry.uncompressedSize > maxBodyBytes) return undefined
          return buffer(Readable.from(await zip.openReadStreamPromise(entry)))
        },
      },
      close: () => {
        zip.close()
      },
    }
  } catch (error) {
    if (error instanceof UnreadableRecording) throw error
    throw new UnreadableRecording('unreadable', 'The zip archive is damaged or truncated.')
  }
}
