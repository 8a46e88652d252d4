import type Database from 'libsql'

/** Raised with each change of the tables; a database of a later version is not opened. */
export const schemaVersion = 1

/** Makes the tables where they are not there yet, and clears away what was deleted. */
export function createSchema(database: Database.Database): void {
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = NORMAL')
  // What a person deletes is overwritten, not only unlinked.
  database.pragma('secure_delete = ON')
  database.exec(`
    CREATE TABLE IF NOT EXISTS runs (
      id INTEGER PRIMARY KEY, run_id TEXT UNIQUE NOT NULL, started_at REAL NOT NULL,
      row TEXT NOT NULL, deleted INTEGER NOT NULL DEFAULT 0);
    CREATE TABLE IF NOT EXISTS events (
      run INTEGER NOT NULL, position INTEGER NOT NULL, event TEXT NOT NULL,
      PRIMARY KEY (run, position)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS secrets (
      run INTEGER NOT NULL, position INTEGER NOT NULL, mark TEXT NOT NULL, kind TEXT NOT NULL,
      value TEXT NOT NULL, PRIMARY KEY (run, position)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS bytes (
      run INTEGER NOT NULL, step INTEGER NOT NULL, attempt INTEGER NOT NULL,
      request BLOB NOT NULL, response BLOB, PRIMARY KEY (run, step, attempt));
    CREATE VIRTUAL TABLE IF NOT EXISTS searched USING fts5 (text, tokenize = 'trigram');
    PRAGMA user_version = ${String(schemaVersion)};
  `)
  forgetDeleted(database)
}

/** Removes for good what was deleted. */
export function forgetDeleted(database: Database.Database): void {
  const of = (column: string) => `${column} IN (SELECT id FROM runs WHERE deleted = 1)`
  database.exec(`
    BEGIN;
    DELETE FROM searched WHERE ${of('rowid')};
    DELETE FROM events WHERE ${of('run')};
    DELETE FROM secrets WHERE ${of('run')};
    DELETE FROM bytes WHERE ${of('run')};
    DELETE FROM runs WHERE deleted = 1;
    COMMIT;
  `)
}
