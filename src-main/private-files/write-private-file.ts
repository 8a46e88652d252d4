import { open, realpath, rename } from 'node:fs/promises'
import { endTemporaryFile, removeLeftPartsOf, temporaryFile } from './temporary-files.ts'

type Piece = string | Uint8Array

/** The newest write to each path that is not done. */
const queue = new Map<string, Promise<void>>()

/**
 * Writes a file that only this user may read: beside its place first, then by a rename, so that a
 * failure or a power cut leaves what was there before. Of two writes to one path, the later stays.
 */
export async function writePrivateFile(path: string, content: Piece): Promise<void> {
  const earlier = queue.get(path)
  const write = () => writePrivatePieces(path, [content])
  const writing = earlier ? earlier.then(write, write) : write()
  queue.set(path, writing)
  try {
    await writing
  } finally {
    if (queue.get(path) === writing) queue.delete(path)
  }
}

/** The same of a file that comes in pieces; pieces that end with an error leave no file. */
export async function writePrivatePieces(
  path: string,
  pieces: AsyncIterable<Piece> | Iterable<Piece>,
): Promise<void> {
  // What a link points to is replaced, and not the link.
  const place = await realpath(path).catch(() => path)
  removeLeftPartsOf(place)
  const part = temporaryFile(place)
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
  } finally {
    endTemporaryFile(part)
  }
}
