import { renameSync } from 'node:fs'
import Database from 'libsql'
import { reveal, type Secret } from '#engine/secret/secret.ts'
import type { Quarantined } from '#main/settings/document.ts'
import { createSchema, schemaVersion } from './schema.ts'
import { sqliteTraceStore } from './sqlite-trace-store.ts'
import type { TraceStore } from './trace-store.ts'

/** Where the encrypted database lies and what opens it. */
export interface TraceStoreFile {
  readonly path: string
  /** 64 hex digits. */
  readonly key: Secret
}

/** An open store, with the file that had to make way for it. */
export interface OpenedTraceStore {
  readonly store: TraceStore
  readonly quarantined: readonly Quarantined[]
}

/**
 * Opens the encrypted trace database, or makes it. A file that is damaged, of a later version or
 * under another key is renamed and named, and a new one begun.
 * @throws Error when no database can be made at this place
 */
export function openTraceStore(file: TraceStoreFile): OpenedTraceStore {
  try {
    return { store: open(file), quarantined: [] }
  } catch (error) {
    const reason = reasonOf(error)
    if (reason === undefined) throw error
    const path = `${file.path}.set-aside-${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}`
    // The journal belongs to the database: without it the newest sign-ins would be lost.
    for (const ending of ['', '-wal', '-shm']) rename(`${file.path}${ending}`, `${path}${ending}`)
    return { store: open(file), quarantined: [{ path, reason }] }
  }
}

class LaterVersionError extends Error {
  override readonly name = 'LaterVersionError'
}

/** Options that libsql takes and its types, which are those of another library, do not name. */
interface Encrypted extends Database.Options {
  readonly encryptionCipher: 'aes256cbc'
  readonly encryptionKey: string
}

/**
 * The database itself, of whatever version; makes the file when there is none.
 * @throws Error for a key that is not 64 hex digits: with an empty one libsql writes a plain file
 */
export function openDatabase({ key, path }: TraceStoreFile): Database.Database {
  if (!/^[0-9a-f]{64}$/i.test(reveal(key)))
    throw new Error('The key of the history is not 64 hex digits, so nothing was opened.')
  const options: Encrypted = { encryptionCipher: 'aes256cbc', encryptionKey: reveal(key) }
  return new Database(path, options)
}

function open(file: TraceStoreFile): TraceStore {
  const database = openDatabase(file)
  try {
    const [{ user_version: version } = { user_version: 0 }] = database.pragma('user_version') as {
      user_version: number
    }[]
    if (version > schemaVersion)
      throw new LaterVersionError(
        `It was written by a later version of Authscope (${String(version)}; this version reads up to ${String(schemaVersion)}).`,
      )
    const [check] = database.pragma('quick_check(1)') as { quick_check: string }[]
    if (check?.quick_check !== 'ok') throw new DamagedError(check?.quick_check)
    createSchema(database)
    return sqliteTraceStore(database)
  } catch (error) {
    database.close()
    throw error
  }
}

class DamagedError extends Error {
  override readonly name = 'DamagedError'
}

function reasonOf(error: unknown): string | undefined {
  if (error instanceof LaterVersionError) return error.message
  if (error instanceof DamagedError) return 'It is damaged.'
  switch ((error as { code?: unknown }).code) {
    case 'SQLITE_NOTADB':
      return 'It cannot be opened with this key, or is not a database.'
    case 'SQLITE_CORRUPT':
      return 'It is damaged.'
    default:
      return undefined
  }
}

function rename(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}
