import type Database from 'libsql'
import { eventDictionary } from './event-dictionary.ts'
import { createDeltas, runOfDelta } from './stored-deltas.ts'
import { kindFlags, kindTexts } from './filter-sql.ts'

/** Raised with each change of the tables; a database of a later version is not opened. */
export const schemaVersion = 6

const kindColumns = [...kindTexts, 'searched', ...kindFlags]

/**
 * Makes the tables where they are not there yet. Those of the first version are renamed, and what is
 * in them is moved over run by run afterwards.
 *
 * `runs` is what a filter reads, and so it is narrow, and lies in the order of the list; `kinds` contains what few runs differ in; `rows`
 * what the list shows and what a run consists of. `counted_kinds` and the last columns of `runs` are what
 * statistics add up; `past_runs` what a later sign-in of the same user looks at; `deltas` what runs
 * under way consist of.
 */
export function createSchema(database: Database.Database, version: number): void {
  const [journal] = database.pragma('journal_mode') as { journal_mode: string }[]
  if (journal?.journal_mode !== 'wal') database.pragma('journal_mode = WAL')
  database.pragma('synchronous = NORMAL')
  // What a person deletes is overwritten, not only unlinked.
  database.pragma('secure_delete = ON')
  // In pages, 16 MB: the journal is moved into the file between saves, not within every fortieth.
  database.pragma('wal_autocheckpoint = 4000')
  // In KiB: the columns that filters read, of 100,000 runs and more, stay in memory decrypted.
  database.pragma('cache_size = -65536')
  if (version === schemaVersion) return
  try {
    createTables(database, version)
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK')
    // Another process has made them meanwhile.
    const [now] = database.pragma('user_version') as { user_version: number }[]
    if (now?.user_version !== schemaVersion) throw error
  }
}

// Files of the fourth version may or may not have the first. The second is all that counting the days of
// most lists reads.
const indexes = `
  CREATE INDEX IF NOT EXISTS runs_by_user ON runs (user, started_at DESC);
  CREATE INDEX IF NOT EXISTS runs_by_day ON runs (started_at DESC, kind, deleted);`

function createTables(database: Database.Database, version: number): void {
  database.exec(`
    BEGIN IMMEDIATE;
    ${version < 4 ? createFourth(version) : ''}
    ${indexes}
    ${version < 5 ? createDeltas : ''}
    PRAGMA user_version = ${String(schemaVersion)};
    COMMIT;
  `)
}

const createFourth = (version: number): string => `
  ${version === 3 ? addColumns : createRuns(version)}
  CREATE INDEX uncounted_runs ON runs (id) WHERE counted IS NULL;
  CREATE TABLE counted_kinds (id INTEGER PRIMARY KEY, kind TEXT UNIQUE NOT NULL);
  CREATE TABLE past_runs (run INTEGER PRIMARY KEY, content TEXT NOT NULL);`

// What is in the runs of the third version is counted when statistics are first asked for.
const addColumns = `
  ALTER TABLE runs ADD COLUMN counted INTEGER;
  ALTER TABLE runs ADD COLUMN durations TEXT;`

const createRuns = (version: number): string => `
  ${version === 1 ? renameFirst : ''}
  ${version === 2 ? renameSecond : ''}
  CREATE TABLE runs (
    id INTEGER NOT NULL, kind INTEGER NOT NULL, started_at REAL NOT NULL,
    service_ms REAL NOT NULL, note INTEGER NOT NULL, pinned INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0, user TEXT NOT NULL, own TEXT NOT NULL,
    counted INTEGER, durations TEXT,
    PRIMARY KEY (started_at DESC, id DESC)) WITHOUT ROWID;
  CREATE UNIQUE INDEX runs_by_id ON runs (id);
  CREATE INDEX deleted_runs ON runs (deleted) WHERE deleted != 0;
  ${version === 2 ? moveSecond : createOtherTables}`

const renameFirst = `
  ${['runs', 'events', 'secrets', 'bytes'].map((table) => `ALTER TABLE ${table} RENAME TO first_${table};`).join('\n')}
  DROP TABLE searched;`

// The second version differs from the third only in how its runs lie.
const renameSecond = 'ALTER TABLE runs RENAME TO second_runs;'
const moveSecond = `
  INSERT INTO runs SELECT
    id, kind, started_at, service_ms, note, pinned, deleted, user, own, NULL, NULL
    FROM second_runs;
  DROP TABLE second_runs;`

const createOtherTables = `
  CREATE TABLE kinds (
    id INTEGER PRIMARY KEY, ${kindColumns.map((name) => `"${name}" NOT NULL`).join(', ')},
    UNIQUE (${kindColumns.map((name) => `"${name}"`).join(', ')}));
  CREATE TABLE rows (
    id INTEGER PRIMARY KEY, run_id TEXT UNIQUE NOT NULL, row TEXT NOT NULL,
    events BLOB NOT NULL, bytes BLOB NOT NULL);
  CREATE TABLE refresh_tokens (
    profile_id TEXT NOT NULL, owner TEXT NOT NULL, started_at REAL NOT NULL, run INTEGER NOT NULL,
    PRIMARY KEY (profile_id, owner, started_at, run)) WITHOUT ROWID;
  CREATE INDEX refresh_tokens_by_run ON refresh_tokens (run);
  CREATE TABLE dictionaries (id INTEGER PRIMARY KEY, text BLOB NOT NULL);
  CREATE TABLE state (name TEXT PRIMARY KEY, value NOT NULL) WITHOUT ROWID;
  INSERT INTO dictionaries VALUES (1, x'${Buffer.from(eventDictionary).toString('hex')}');`

/** Removes for good what was deleted; `when` compares the mark of who deleted it. */
export function forgetDeleted(database: Database.Database, when: string): void {
  const those = `deleted != 0 AND deleted ${when}`
  // Most often there are none, and then nothing is written.
  if (!database.prepare(`SELECT 1 FROM runs WHERE ${those} LIMIT 1`).get()) return
  const ids = `(SELECT id FROM runs WHERE ${those})`
  database.exec(`
    BEGIN IMMEDIATE;
    DELETE FROM rows WHERE id IN ${ids};
    DELETE FROM deltas WHERE ${runOfDelta} IN ${ids};
    DELETE FROM past_runs WHERE run IN ${ids};
    DELETE FROM refresh_tokens WHERE run IN ${ids};
    DELETE FROM runs WHERE ${those};
    COMMIT;
  `)
}
