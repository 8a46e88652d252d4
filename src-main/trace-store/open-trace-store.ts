import { renameSync, statSync, writeFileSync } from 'node:fs'
import Database from 'libsql'
import { reveal, type Secret } from '#engine/secret/secret.ts'
import type { Quarantined } from '#main/settings/document.ts'
import { busyTimeout } from './busy-timeout.ts'
import { damaged, DamagedFileError, damageOf, unlessFull } from './damage.ts'
import { assertNotOwned } from './history-owner.ts'
import type { HistoryRowOf } from './history-row.ts'
import { isUnchanged, journalDamage, readJournal, type Journal } from './journal.ts'
import { createSchema, forgetDeleted, schemaVersion } from './schema.ts'
import { sqliteTraceStore, type ImmediateTraceStore } from './sqlite-trace-store.ts'

/** The path of the encrypted database, and its key. */
export interface TraceStoreFile {
  readonly path: string
  /** 64 hex digits. */
  readonly key: Secret
}

/** An open store, with the file that had to make way for it. */
export interface OpenedTraceStore {
  readonly store: ImmediateTraceStore
  readonly quarantined: readonly Quarantined[]
  /** A journal that was damaged when a process was killed: a sentence of what is lost with it. */
  readonly journalDamage?: string | undefined
  /** False after a crash: then the file is worth a look at all of it, with {@link checkFile}. */
  readonly endedWell: boolean
}

/**
 * Opens the encrypted trace database, or makes it, in a time that does not depend on its size. A file
 * that is damaged, of a later version or under another key is renamed and named, and a new one begun.
 * @throws BridgeError `history-in-use` when the window of another process has such a file open
 * @throws Error when no database can be made at this place
 */
export function openTraceStore(file: TraceStoreFile, rowOf: HistoryRowOf): OpenedTraceStore {
  try {
    return { ...openPatiently(file, rowOf), quarantined: [] }
  } catch (error) {
    const reason = damageOf(error)
    if (reason === undefined) throw error
    const quarantined = quarantine(file.path, reason)
    return { ...open(file, rowOf), quarantined: [quarantined] }
  }
}

/** Runs that another process deleted are forgotten a day later, if it did not come to that itself. */
const dayInMs = 86_400_000

/** SQLite's busy timeout does not cover changes of the file's format. */
function openPatiently(file: TraceStoreFile, rowOf: HistoryRowOf): ReturnType<typeof open> {
  for (let attempt = 0; ; attempt += 1)
    try {
      return open(file, rowOf)
    } catch (error) {
      const code = String((error as { code?: unknown }).code)
      // An index that another process is about to remove or to enlarge reads as an I/O error.
      if (!/^SQLITE_(BUSY|IOERR)/.test(code) || attempt >= maxAttempts) throw error
      pause(attemptEvery)
    }
}
const maxAttempts = 50
/** Milliseconds. */
const attemptEvery = 100

const pause = (milliseconds: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}

const quarantinedPath = (path: string): string =>
  `${path}.quarantined-${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}`

/**
 * Renames a database, which no window of another process has open, out of the way.
 * @throws BridgeError `history-in-use`
 */
export function quarantine(path: string, reason: string): Quarantined {
  assertNotOwned(path, reason)
  const aside = quarantinedPath(path)
  // The journal belongs to the database: without it the newest sign-ins would be lost.
  for (const ending of ['', '-wal', '-shm']) rename(`${path}${ending}`, `${aside}${ending}`)
  return { path: aside, reason }
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
  const database = new Database(path, options)
  // Before anything else: another process may be at it right now.
  database.pragma(`busy_timeout = ${String(busyTimeout)}`)
  return database
}

/** SQLite takes an empty file for a new database: a history that was cut off would be gone silently. */
function assertNotEmptied(path: string): void {
  const isEmpty = () => statSync(path, { throwIfNoEntry: false })?.size === 0
  if (!isEmpty()) return
  // Another process may be about to write its first page.
  pause(300)
  if (isEmpty()) throw new DamagedFileError('It is empty: what was in it has been cut off.')
}

function open(
  file: TraceStoreFile,
  rowOf: HistoryRowOf,
): Pick<OpenedTraceStore, 'endedWell' | 'journalDamage' | 'store'> {
  assertNotEmptied(file.path)
  const journal = readJournal(file.path)
  const database = openDatabase(file)
  try {
    const [{ user_version: version } = { user_version: 0 }] = database.pragma('user_version') as {
      user_version: number
    }[]
    if (version > schemaVersion)
      throw new DamagedFileError(
        `It was written by a later version of Authscope (${String(version)}; this version reads up to ${String(schemaVersion)}).`,
      )
    const damage = journal && keepDamagedJournal(database, file.path, journal)
    createSchema(database, version)
    const state = database
      .prepare("SELECT value = 1 AS well FROM state WHERE name = 'ended well'")
      .get()
    const endedWell = version === 0 || (state as { well: number } | undefined)?.well === 1
    unlessFull(() => {
      database.exec("INSERT OR REPLACE INTO state VALUES ('ended well', 0)")
      forgetDeleted(database, `< ${String(Date.now() - dayInMs)}`)
    })
    return { store: sqliteTraceStore(database, rowOf), endedWell, journalDamage: damage }
  } catch (error) {
    database.close()
    throw error
  }
}

/**
 * Keeps a copy of a journal that could not be read to its end.
 * @returns a sentence that says what is lost
 */
function keepDamagedJournal(
  database: Database.Database,
  path: string,
  journal: Journal,
): string | undefined {
  const checkpoint = checkpointNow(database)
  // Another process has the journal, and so it was not left by one that was killed; or there is no
  // room to move it, and it stays as it is.
  if (!checkpoint || checkpoint.busy !== 0 || checkpoint.log < 0) return undefined
  const damage = journalDamage(journal, checkpoint.log)
  const { bytes } = journal
  // Where it is another one by now, a process that has it open has gone on with it.
  if (!damage || !isUnchanged(`${path}-wal`, bytes)) return undefined
  const aside = `${quarantinedPath(path)}-wal`
  if (bytes.length > 0) writeFileSync(aside, bytes, { mode: 0o600 })
  const { changes } = damage
  const lost =
    changes === undefined
      ? 'Some of the last changes are lost.'
      : `The last ${changes === 1 ? 'change is' : `${String(changes)} changes are`} lost.`
  const kept = bytes.length > 0 ? ` A copy of the journal was quarantined as ${aside}.` : ''
  return `Authscope ended unexpectedly, and the journal of the history was damaged. ${lost} All earlier changes are in the history.${kept}`
}

/** Moves what can be read of a journal into the database, if there is room, and says how much it was. */
function checkpointNow(
  database: Database.Database,
): { readonly busy: number; readonly log: number } | undefined {
  let results: { busy: number; log: number }[] = []
  unlessFull(() => {
    results = database.pragma('wal_checkpoint(PASSIVE)') as typeof results
  })
  return results[0]
}

/** A run that is in one of the two tables that each run is in. */
const unpaired = `
  SELECT 1 FROM rows WHERE NOT EXISTS (SELECT 1 FROM runs WHERE runs.id = rows.id)
  UNION ALL SELECT 1 FROM runs WHERE NOT EXISTS (SELECT 1 FROM rows WHERE rows.id = runs.id)
  LIMIT 1`

/**
 * Reads all of a database while another process has it open.
 * @returns why it is not to be trusted; undefined when nothing is wrong
 */
export function checkFile(file: TraceStoreFile): string | undefined {
  const database = openDatabase(file)
  try {
    const [check] = database.pragma('quick_check(1)') as { quick_check: string }[]
    if (check?.quick_check !== 'ok') return damaged
    return database.prepare(unpaired).get() ? damaged : undefined
  } catch (error) {
    return damageOf(error)
  } finally {
    database.close()
  }
}

function rename(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}
