import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { everyRun } from '#engine/query/filter.ts'
import { reveal, Secret } from '#engine/secret/secret.ts'
import { historyRowOf } from './history-row.ts'
import { pastRunOf } from '#main/runs/past-run.ts'
import { openDatabase, openTraceStore } from './open-trace-store.ts'
import { deltaSince, extentOf } from './run-delta.ts'
import { sampleRun } from './sample-run-under-test.ts'
import type { StoredRun } from './trace-store.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'authscope-store-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const file = () => ({ path: join(folder, 'traces.db'), key: Secret.of('text', 'c'.repeat(64)) })

/** A database as the first version wrote it. */
function writeFirstVersion(runs: readonly StoredRun[], deleted: readonly string[]): void {
  const database = openDatabase(file())
  database.pragma('journal_mode = WAL')
  database.exec(`
    CREATE TABLE runs (
      id INTEGER PRIMARY KEY, run_id TEXT UNIQUE NOT NULL, started_at REAL NOT NULL,
      row TEXT NOT NULL, deleted INTEGER NOT NULL DEFAULT 0);
    CREATE TABLE events (
      run INTEGER NOT NULL, position INTEGER NOT NULL, event TEXT NOT NULL,
      PRIMARY KEY (run, position)) WITHOUT ROWID;
    CREATE TABLE secrets (
      run INTEGER NOT NULL, position INTEGER NOT NULL, mark TEXT NOT NULL, kind TEXT NOT NULL,
      value TEXT NOT NULL, PRIMARY KEY (run, position)) WITHOUT ROWID;
    CREATE TABLE bytes (
      run INTEGER NOT NULL, step INTEGER NOT NULL, attempt INTEGER NOT NULL,
      request BLOB NOT NULL, response BLOB, PRIMARY KEY (run, step, attempt));
    CREATE VIRTUAL TABLE searched USING fts5 (text, tokenize = 'trigram');
    PRAGMA user_version = 1;
    BEGIN;`)
  const insert = (table: string, ...values: readonly unknown[]) =>
    database
      .prepare(`INSERT INTO ${table} VALUES (${values.map(() => '?').join(', ')})`)
      .run(...values)
  for (const [index, { bytes, events, run, secrets }] of runs.entries()) {
    const isDeleted = Number(deleted.includes(run.runId))
    insert('runs', index, run.runId, run.startedAt, JSON.stringify(run), isDeleted)
    for (const [position, event] of events.entries())
      insert('events', index, position, JSON.stringify(event))
    for (const [position, [mark, secret]] of [...secrets].entries())
      insert('secrets', index, position, mark, secret.kind, reveal(secret))
    for (const { attempt, request, response, step } of bytes)
      insert(
        'bytes',
        ...[index, step, attempt, Buffer.from(request), response ? Buffer.from(response) : null],
      )
    insert('searched', 'some text')
  }
  database.exec('COMMIT')
  database.close()
}

const runs = Array.from({ length: 50 }, (_, index) => {
  const run = sampleRun(`run ${String(index)}`)
  return { ...run, run: { ...run.run, startedAt: index } }
})

test('every run of the first version is there at once when it is asked for', () => {
  writeFirstVersion(runs, [])
  const { quarantined, store } = openTraceStore(file(), historyRowOf)
  expect(quarantined).toEqual([])
  expect(store.open('run 0')).toMatchObject({ events: runs[0]?.events, bytes: runs[0]?.bytes })
  store.close()
})

test('all runs of the first version are moved, in pieces and across restarts, and none is lost', () => {
  writeFirstVersion(runs, ['run 7'])
  let { store } = openTraceStore(file(), historyRowOf)
  expect(store.migrateSome()).toBe(29)
  // The newest ones first, since those are looked for.
  expect(store.page({ filter: everyRun, limit: 1 })[0]?.runId).toBe('run 49')
  store.close()
  ;({ store } = openTraceStore(file(), historyRowOf))
  while (store.migrateSome() > 0);
  for (const { bytes, events, run, secrets } of runs.filter((each) => each.run.runId !== 'run 7')) {
    const moved = store.open(run.runId)
    expect(moved?.run).toMatchObject(run)
    expect(moved?.events).toEqual(events)
    expect(moved?.bytes).toEqual(bytes)
    expect([...(moved?.secrets ?? [])].map(([mark, secret]) => [mark, reveal(secret)])).toEqual(
      [...secrets].map(([mark, secret]) => [mark, reveal(secret)]),
    )
  }
  expect(store.open('run 7')).toBeUndefined()
  expect(store.count(everyRun)).toBe(49)
  store.close()
  const database = openDatabase(file())
  expect(
    database.prepare("SELECT name FROM sqlite_master WHERE name LIKE 'first_%'").all(),
  ).toEqual([])
  database.close()
})

test('a run of the first version that cannot be read stays where it is, and the others are moved', () => {
  writeFirstVersion(runs.slice(0, 3), [])
  const database = openDatabase(file())
  database.exec("UPDATE events SET event = '{' WHERE run = 1 AND position = 0")
  database.close()
  const { store } = openTraceStore(file(), historyRowOf)
  while (store.migrateSome() > 0);
  expect(store.count(everyRun)).toBe(2)
  store.close()
  const again = openDatabase(file())
  expect(again.prepare('SELECT run_id FROM first_runs').all()).toMatchObject([{ run_id: 'run 1' }])
  again.close()
})

/** What the fourth version and later ones have added. */
const withoutSixthVersion = 'DROP INDEX runs_by_day;'
const withoutFifthVersion = `${withoutSixthVersion} DROP TABLE deltas;`
const withoutFourthVersion = `
  ${withoutFifthVersion} DROP INDEX uncounted_runs; DROP TABLE counted_kinds; DROP TABLE past_runs;
  ALTER TABLE runs DROP COLUMN counted; ALTER TABLE runs DROP COLUMN durations;`

test('a history of the third version has the same statistics and says the same of a user', () => {
  const { store } = openTraceStore(file(), historyRowOf)
  for (const runId of ['one', 'two']) store.save(sampleRun(runId))
  const before = store.statistics(everyRun)
  const past = store.ofUser(sampleRun('one').run.username, 10)
  expect(before.steps.length).toBeGreaterThan(0)
  store.close()
  const database = openDatabase(file())
  database.exec(`${withoutFourthVersion} PRAGMA user_version = 3;`)
  database.close()
  const opened = openTraceStore(file(), historyRowOf)
  expect(opened.quarantined).toEqual([])
  expect(opened.store.statistics(everyRun)).toEqual(before)
  const subjects = (runs: typeof past) =>
    runs.map(({ events, secrets }) => {
      const { clientSecret, password, target, username, view } = pastRunOf(events, secrets) ?? {}
      const steps = view?.().steps.map(({ answer, at, challenge, operation }) => {
        return { at, challenge, kind: answer?.kind, operation }
      })
      return { clientSecret, password, target, username, steps }
    })
  expect(subjects(opened.store.ofUser(sampleRun('one').run.username, 10))).toEqual(subjects(past))
  expect(past).toHaveLength(2)
  opened.store.close()
})

test('a history of the fourth version keeps its runs, and saves of a run under way go on', () => {
  const { store } = openTraceStore(file(), historyRowOf)
  store.save(sampleRun('one'))
  store.close()
  const database = openDatabase(file())
  database.exec(`${withoutFifthVersion} PRAGMA user_version = 4;`)
  database.close()
  const opened = openTraceStore(file(), historyRowOf)
  expect(opened.quarantined).toEqual([])
  expect(opened.store.open('one')?.events).toEqual(sampleRun('one').events)
  const whole = sampleRun('two')
  const begun = { ...whole, events: whole.events.slice(0, 3), secrets: new Map(), bytes: [] }
  opened.store.save(begun)
  expect(opened.store.append(deltaSince(whole, extentOf(begun)))).toBe(true)
  const { run: _, ...content } = whole
  expect(opened.store.open('two')).toMatchObject(content)
  opened.store.close()
})

test('a history of the fifth version gets the index of days', () => {
  const { store } = openTraceStore(file(), historyRowOf)
  store.save(sampleRun('one'))
  const days = store.days(everyRun)
  store.close()
  const database = openDatabase(file())
  database.exec(`${withoutSixthVersion} PRAGMA user_version = 5;`)
  database.close()
  const opened = openTraceStore(file(), historyRowOf)
  expect(opened.quarantined).toEqual([])
  expect(opened.store.days(everyRun)).toEqual(days)
  opened.store.close()
  const again = openDatabase(file())
  const names = again.prepare("SELECT name FROM sqlite_master WHERE type = 'index'").all()
  expect(names).toContainEqual({ name: 'runs_by_day' })
  again.close()
})

test('a history of the second version is opened with all its runs, notes and pins', () => {
  const { store } = openTraceStore(file(), historyRowOf)
  for (const runId of ['one', 'two']) store.save(sampleRun(runId))
  store.annotate(['one'], { note: 'Kept', pinned: true })
  store.close()
  const database = openDatabase(file())
  database.exec(`
    ${withoutFourthVersion}
    DROP INDEX runs_by_id; DROP INDEX deleted_runs;
    ALTER TABLE runs RENAME TO third_runs;
    CREATE TABLE runs (
      id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, started_at REAL NOT NULL,
      service_ms REAL NOT NULL, note INTEGER NOT NULL, pinned INTEGER NOT NULL,
      deleted INTEGER NOT NULL DEFAULT 0, user TEXT NOT NULL, own TEXT NOT NULL);
    CREATE INDEX runs_by_time ON runs (deleted, started_at DESC, id DESC);
    INSERT INTO runs SELECT * FROM third_runs;
    DROP TABLE third_runs;
    PRAGMA user_version = 2;`)
  database.close()
  const opened = openTraceStore(file(), historyRowOf)
  expect(opened.quarantined).toEqual([])
  const rows = opened.store.page({ filter: everyRun, limit: 10 })
  expect(rows.map(({ note, pinned, runId }) => ({ note, pinned, runId }))).toEqual([
    { runId: 'two' },
    { runId: 'one', note: 'Kept', pinned: true },
  ])
  expect(opened.store.open('two')?.events).toEqual(sampleRun('two').events)
  opened.store.close()
})
