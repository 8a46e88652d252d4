import { randomUUID } from 'node:crypto'
import { open, realpath, rename, rm } from 'node:fs/promises'
import writeFileAtomic from 'write-file-atomic'

/**
 * Writes a file that only this user may read: beside its place first, then by a rename, so that a
 * failure or a power cut leaves what was there before.
 */
export const writePrivateFile = (path: string, content: string | Uint8Array): Promise<void> =>
  writeFileAtomic(path, typeof content === 'string' ? content : Buffer.from(content), {
    mode: 0o600,
  })

/** The same of a file that comes in pieces; pieces that end with an error leave no file. */
export async function writePrivatePieces(
  path: string,
  pieces: AsyncIterable<string | Uint8Array>,
): Promise<void> {
  // What a link points to is replaced, and not the link.
  const place = await realpath(path).catch(() => path)
  const part = `${place}.${randomUUID()}.part`
  try {
    const file = await open(part, 'wx', 0o600)
    try {
      for await (const piece of pieces)
        await file.writeFile(typeof piece === 'string' ? Buffer.from(piece) : piece)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(part, place)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}
