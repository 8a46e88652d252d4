import type Database from 'libsql'
import { eventDictionary } from './event-dictionary.ts'
import { kindFlags, kindTexts } from './filter-sql.ts'

/** Raised with each change of the tables; a database of a later version is not opened. */
export const schemaVersion = 2

const kindColumns = [...kindTexts, 'searched', ...kindFlags]

/**
 * Makes the tables where they are not there yet. Those of the first version are renamed, and what is
 * in them is moved over run by run afterwards.
 *
 * `runs` is what a filter reads, and so it is narrow; `kinds` contains what few runs differ in; `rows`
 * what the list shows and what a run consists of.
 */
export function createSchema(database: Database.Database, version: number): void {
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = NORMAL')
  // What a person deletes is overwritten, not only unlinked.
  database.pragma('secure_delete = ON')
  database.pragma('busy_timeout = 5000')
  // In KiB: the columns that filters read, of 100,000 runs and more, stay in memory decrypted.
  database.pragma('cache_size = -65536')
  if (version === schemaVersion) return
  const rename = ['runs', 'events', 'secrets', 'bytes'].map(
    (table) => `ALTER TABLE ${table} RENAME TO first_${table};`,
  )
  database.exec(`
    BEGIN IMMEDIATE;
    ${version === 1 ? [...rename, 'DROP TABLE searched;'].join('\n') : ''}
    CREATE TABLE kinds (
      id INTEGER PRIMARY KEY, ${kindColumns.map((name) => `"${name}" NOT NULL`).join(', ')},
      UNIQUE (${kindColumns.map((name) => `"${name}"`).join(', ')}));
    CREATE TABLE runs (
      id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, started_at REAL NOT NULL,
      service_ms REAL NOT NULL, note INTEGER NOT NULL, pinned INTEGER NOT NULL,
      deleted INTEGER NOT NULL DEFAULT 0, user TEXT NOT NULL, own TEXT NOT NULL);
    CREATE INDEX runs_by_time ON runs (deleted, started_at DESC, id DESC);
    CREATE TABLE rows (
      id INTEGER PRIMARY KEY, run_id TEXT UNIQUE NOT NULL, row TEXT NOT NULL,
      events BLOB NOT NULL, bytes BLOB NOT NULL);
    CREATE TABLE refresh_tokens (
      profile_id TEXT NOT NULL, owner TEXT NOT NULL, started_at REAL NOT NULL, run INTEGER NOT NULL,
      PRIMARY KEY (profile_id, owner, started_at, run)) WITHOUT ROWID;
    CREATE INDEX refresh_tokens_by_run ON refresh_tokens (run);
    CREATE TABLE dictionaries (id INTEGER PRIMARY KEY, text BLOB NOT NULL);
    CREATE TABLE state (name TEXT PRIMARY KEY, value NOT NULL) WITHOUT ROWID;
    INSERT INTO dictionaries VALUES (1, x'${Buffer.from(eventDictionary).toString('hex')}');
    PRAGMA user_version = ${String(schemaVersion)};
    COMMIT;
  `)
}

/** Removes for good what was deleted, by whom `of` is the condition. */
export function forgetDeleted(database: Database.Database, of: string): void {
  const ids = `(SELECT id FROM runs WHERE ${of})`
  database.exec(`
    BEGIN IMMEDIATE;
    DELETE FROM rows WHERE id IN ${ids};
    DELETE FROM refresh_tokens WHERE run IN ${ids};
    DELETE FROM runs WHERE ${of};
    COMMIT;
  `)
}
