import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import {
  recogniseInput,
  type RecognisedInput,
} from '#engine/configuration-sources/recognise-input.ts'
import { unreadable } from '#main/import/recording-file.ts'

/** Bytes that are read: more than any configuration file has, and enough to know a recording. */
const mostBytes = 9 << 20

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
    return { ...recogniseInput(textOf(bytes)), file }
  } catch (error) {
    throw unreadable(path, error)
  }
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const buffer = Buffer.alloc(Math.min(size, mostBytes))
    const { bytesRead } = await file.read({ buffer })
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** Only recordings come packed. */
function archiveTitle(bytes: Buffer): string | undefined {
  if (bytes.subarray(0, 4).toString('hex') === '504b0304') return 'zip archive'
  return bytes.subarray(0, 2).toString('hex') === '1f8b' ? 'compressed recording' : undefined
}

/** PowerShell writes UTF-16 where it is not told otherwise. */
function textOf(bytes: Buffer): string {
  const head = bytes.subarray(0, 2).toString('hex')
  const encoding = head === 'fffe' ? 'utf-16le' : head === 'feff' ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}
