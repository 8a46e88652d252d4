import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import {
  recogniseInput,
  type RecognisedInput,
} from '#engine/configuration-sources/recognise-input.ts'
import { unreadable } from '#main/import/recording-file.ts'
import { textOfBytes } from '#main/import/text-of-bytes.ts'

/** Bytes that are read: more than any configuration file has, and enough to know a recording. */
const maxBytes = 9 << 20

/** What was read, with the name of its file; empty for what was pasted. */
export type NamedInput = RecognisedInput & { readonly file: string }

/** Says what was pasted. Never throws. */
export const recogniseText = (text: string): NamedInput => ({ ...recogniseInput(text), file: '' })

/**
 * Says what a file is, by its contents and not by its name. Its bytes are read once and not kept.
 * @throws UnreadableRecording when there is no such file, or it may not be read
 */
export async function recogniseFile(path: string): Promise<NamedInput> {
  try {
    const bytes = await firstBytes(path)
    const file = basename(path)
    const archive = archiveTitle(bytes)
    if (archive !== undefined) return { kind: 'recording', source: archive, file }
    return { ...recogniseInput(textOfBytes(bytes)), file }
  } catch (error) {
    throw unreadable(path, error)
  }
}

/** Read as a stream, because a pipe (`<(terraform output -json)`) does not say its size. */
async function firstBytes(path: string): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of createReadStream(path, { end: maxBytes - 1 }))
    chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** Only recordings come packed. */
function archiveTitle(bytes: Buffer): string | undefined {
  if (bytes.subarray(0, 4).toString('hex') === '504b0304') return 'zip archive'
  return bytes.subarray(0, 2).toString('hex') === '1f8b' ? 'compressed recording' : undefined
}
