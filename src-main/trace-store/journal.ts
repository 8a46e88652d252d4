import { closeSync, openSync, readFileSync, readSync } from 'node:fs'

/**
 * The journal of a database as a process that was killed left it, in SQLite's write-ahead log format
 * (https://sqlite.org/walformat.html). SQLite takes what it can read of one as all there was, so that
 * damage in it would go by without a word.
 */
export interface Journal {
  readonly bytes: Buffer
  /** Frames that the index beside it says were committed; none where it says nothing of this journal. */
  readonly indexed: number | undefined
  /** Frames that are in the database as well. */
  readonly checkpointed: number
}

/** What damage has taken from a journal. */
export interface JournalDamage {
  /** Changes that were confirmed and are lost; undefined where the journal no longer says how many. */
  readonly changes: number | undefined
}

/** SQLite's default; the history has never used another. */
const pageSize = 4096
const headerSize = 32
const frameHeaderSize = 24
/** Of the header and of each frame: which generation of the journal it belongs to. */
const salts = { inHeader: 16, inFrame: 8, size: 8 }
/** Of the index, in the byte order of the machine. */
const index = { initialized: 12, frames: 16, salts: 32, checkpointed: 96, size: 136 }

/** The journal beside a database, before it is opened; none where there is nothing to recover. */
export function readJournal(path: string): Journal | undefined {
  const bytes = readIfThere(`${path}-wal`)
  const shared = readIndex(`${path}-shm`)
  if (!bytes && !shared) return undefined
  const journal = bytes ?? Buffer.alloc(0)
  const known =
    shared !== undefined && shared.length >= index.size && shared[index.initialized] === 1
  if (!known)
    return journal.length > 0 ? { bytes: journal, indexed: undefined, checkpointed: 0 } : undefined
  const saltsOfIndex = shared.subarray(index.salts, index.salts + salts.size)
  // Another generation than that of the index is one that was begun just before the end.
  const isOfIndex = !hasHeader(journal) || saltsOfIndex.equals(saltsOf(journal))
  return {
    bytes: journal,
    indexed: isOfIndex ? wordOf(shared, index.frames) : undefined,
    checkpointed: isOfIndex ? wordOf(shared, index.checkpointed) : 0,
  }
}

/**
 * What is lost of a journal.
 * @param recovered frames that SQLite could read of it
 */
export function journalDamage(
  { bytes, checkpointed, indexed }: Journal,
  recovered: number,
): JournalDamage | undefined {
  const commits = commitsIn(bytes)
  // Without an index the last change may have been under way, and is not counted.
  const committed = indexed ?? commits.at(-2) ?? 0
  if (recovered >= committed || (recovered === 0 && checkpointed >= committed)) return undefined
  const lost = commits.filter((frame) => frame > recovered && frame <= committed)
  return { changes: lost.at(-1) === committed ? lost.length : undefined }
}

/** Whether a file still has these bytes; none is as good as an empty one. */
export const isUnchanged = (path: string, bytes: Buffer): boolean =>
  (readIfThere(path) ?? Buffer.alloc(0)).equals(bytes)

const hasHeader = (bytes: Buffer): boolean =>
  bytes.length >= headerSize && bytes.readUInt32BE(0) >>> 1 === 0x377f0682 >>> 1

const saltsOf = (bytes: Buffer): Buffer =>
  bytes.subarray(salts.inHeader, salts.inHeader + salts.size)

/** The numbers of the frames that end a change, as far as they are of the newest generation. */
function commitsIn(bytes: Buffer): readonly number[] {
  if (bytes.length < headerSize + frameHeaderSize) return []
  const generation = bytes.subarray(
    headerSize + salts.inFrame,
    headerSize + salts.inFrame + salts.size,
  )
  const size = frameHeaderSize + pageSize
  const commits: number[] = []
  for (let number = 1; headerSize + number * size <= bytes.length; number += 1) {
    const at = headerSize + (number - 1) * size
    const own = bytes.subarray(at + salts.inFrame, at + salts.inFrame + salts.size)
    if (own.equals(generation) && bytes.readUInt32BE(at + 4) !== 0) commits.push(number)
  }
  return commits
}

// x86 and ARM, which are all that Electron runs on, are little-endian.
const wordOf = (bytes: Buffer, at: number): number => bytes.readUInt32LE(at)

/**
 * The beginning of an index. It stays open: a process that closes a file gives up all locks that it has
 * on it (fcntl(2)), also those of SQLite, whose connections may end later than they are closed.
 */
function readIndex(path: string): Buffer | undefined {
  return unlessMissing(() => {
    const file = openSync(path, 'r')
    const bytes = Buffer.alloc(index.size)
    const length = readSync(file, bytes, 0, index.size, 0)
    // Windows has no such rule, and would not let the file be deleted.
    if (process.platform === 'win32') closeSync(file)
    return bytes.subarray(0, length)
  })
}

const readIfThere = (path: string): Buffer | undefined => unlessMissing(() => readFileSync(path))

function unlessMissing<Result>(read: () => Result): Result | undefined {
  try {
    return read()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
