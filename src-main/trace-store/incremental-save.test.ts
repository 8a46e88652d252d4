import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { everyRun } from '#engine/query/filter.ts'
import { parseFilter } from '#engine/query/parse-filter.ts'
import { Secret } from '#engine/secret/secret.ts'
import { eventDictionary } from './event-dictionary.ts'
import { historyRowOf } from './history-row.ts'
import { incrementalSave } from './incremental-save.ts'
import { openDatabase, openTraceStore } from './open-trace-store.ts'
import { preparedStatements } from './prepared-statements.ts'
import { extentOf, type RunDelta } from './run-delta.ts'
import { runWriter } from './run-writer.ts'
import { sampleRun } from './sample-run-under-test.ts'
import type { ImmediateTraceStore } from './sqlite-trace-store.ts'
import { inThisThread, openTraceStoreInThread } from './trace-store-client.ts'
import type { StoredRun } from './trace-store.ts'

let folder = ''
const file = () => ({ path: join(folder, 'traces.db'), key: Secret.of('text', 'c'.repeat(64)) })

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'authscope-deltas-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** The run as it stood after so many events; bytes and secrets were there before their events. */
const after = (whole: StoredRun, events: number): StoredRun => ({
  ...whole,
  events: whole.events.slice(0, events),
})

const contentOf = ({ bytes, events, secrets }: StoredRun) => {
  return { bytes, events, secrets }
}

/** Saves to a store as its client does, and counts what is handed over. */
function savesTo(store: ImmediateTraceStore) {
  const handedOver = { whole: 0, deltas: [] as RunDelta[] }
  const save = incrementalSave({
    saveWhole: (stored) => {
      handedOver.whole += 1
      store.save(stored)
      return Promise.resolve()
    },
    append: (delta) => {
      handedOver.deltas.push(delta)
      return Promise.resolve(store.append(delta))
    },
  })
  return { handedOver, save }
}

test('at each of its events a run under way can be read whole, in another process too', async () => {
  const whole = sampleRun('run')
  const { store } = openTraceStore(file(), historyRowOf)
  const { handedOver, save } = savesTo(store)
  for (let events = 1; events <= whole.events.length; events += 1) {
    await save(after(whole, events))
    const { store: other } = openTraceStore(file(), historyRowOf)
    for (const reader of [store, other]) {
      const read = reader.open('run')
      expect(read?.events).toEqual(after(whole, events).events)
      expect(whole.bytes.slice(0, read?.bytes.length)).toEqual(read?.bytes)
      expect(reader.page({ filter: everyRun, limit: 9 })).toEqual([
        historyRowOf(after(whole, events)),
      ])
    }
    other.close()
  }
  expect(store.open('run')).toMatchObject(contentOf(whole))
  expect(handedOver.whole).toBe(1)
  const sizes = handedOver.deltas.map(({ events }) => events.length)
  expect(sizes).toEqual(whole.events.slice(1).map(() => 1))
  store.close()
})

/** How many deltas there are in the file, of all runs. */
function deltaCount(): number {
  const database = openDatabase(file())
  const { count } = database.prepare('SELECT count(*) AS count FROM deltas').get() as {
    count: number
  }
  database.close()
  return count
}

/** What is read of a run, on its own and among those of its user. */
const readOf = (store: ImmediateTraceStore, { run }: StoredRun) => ({
  whole: store.open(run.runId),
  ofUser: store.ofUser(run.username, 9),
  row: store.page({ filter: everyRun, limit: 9 }),
})

test('a run that has ended is packed into one after its last save, and reads as it did before', async () => {
  const whole = sampleRun('run')
  const { store } = openTraceStore(file(), historyRowOf)
  const { handedOver, save } = savesTo(store)
  for (const events of [2, 4, 6]) await save(after(whole, events))
  expect(deltaCount()).toBe(3)
  await save(whole)
  expect(handedOver.whole).toBe(1)
  expect(deltaCount()).toBe(4)
  const before = readOf(store, whole)
  expect(before.whole).toMatchObject(contentOf(whole))
  expect(before.row).toEqual([historyRowOf(whole)])
  store.packEnded()
  expect(deltaCount()).toBe(0)
  const { store: other } = openTraceStore(file(), historyRowOf)
  for (const reader of [store, other]) {
    const { ofUser, row, whole: read } = readOf(reader, whole)
    expect({ row, whole: read }).toEqual({ row: before.row, whole: before.whole })
    expect(ofUser.map(({ run }) => run.runId)).toEqual(['run'])
  }
  other.close()
  store.close()
})

test('more runs than may wait are packed at once, and those that wait when the store closes', async () => {
  const { store } = openTraceStore(file(), historyRowOf)
  const { save } = savesTo(store)
  const runs = Array.from({ length: 30 }, (_, number) => sampleRun(`run-${String(number)}`))
  for (const run of runs) {
    await save(after(run, 3))
    await save(run)
  }
  expect(deltaCount()).toBeLessThan(2 * 21)
  store.close()
  expect(deltaCount()).toBe(0)
  const { store: again } = openTraceStore(file(), historyRowOf)
  for (const run of runs) expect(again.open(run.run.runId)).toMatchObject(contentOf(run))
  again.close()
})

test('what a killed process has left in pieces is packed, and a process that continues it saves it whole', async () => {
  const [ended, underWay] = [sampleRun('ended'), sampleRun('under-way')]
  const { store: left } = openTraceStore(file(), historyRowOf)
  const saves = savesTo(left)
  await saves.save(after(ended, 3))
  await saves.save(ended)
  const goingOn = savesTo(left)
  await goingOn.save(after(underWay, 3))
  const { store } = openTraceStore(file(), historyRowOf)
  expect(store.packLeft()).toBe(false)
  expect(deltaCount()).toBe(0)
  expect(store.open('ended')).toMatchObject(contentOf(ended))
  expect(store.open('under-way')?.events).toEqual(after(underWay, 3).events)
  left.packEnded()
  await goingOn.save(underWay)
  expect(goingOn.handedOver.whole).toBe(2)
  for (const reader of [store, left]) {
    expect(reader.open('ended')).toMatchObject(contentOf(ended))
    expect(reader.open('under-way')).toMatchObject(contentOf(underWay))
  }
  left.close()
  store.close()
})

test('a run that is deleted before it is packed does not come back', async () => {
  const whole = sampleRun('run')
  const { store } = openTraceStore(file(), historyRowOf)
  const { save } = savesTo(store)
  await save(after(whole, 3))
  await save(whole)
  const { store: other } = openTraceStore(file(), historyRowOf)
  other.delete(['run'])
  other.close()
  store.packEnded()
  expect(store.open('run')).toBeUndefined()
  expect(store.count(everyRun)).toBe(0)
  store.close()
})

test('the store in its thread packs what has ended without being asked', async () => {
  const whole = sampleRun('run')
  const store = await openTraceStoreInThread(file(), inThisThread, {
    quarantined: () => undefined,
    journalDamaged: () => undefined,
  })
  await store.save(after(whole, 3))
  await store.save(whole)
  await expect.poll(deltaCount).toBe(0)
  expect(await store.open('run')).toMatchObject(contentOf(whole))
  await store.close()
})

test('a kind of run that was rolled back is written again with the next run of it', () => {
  openTraceStore(file(), historyRowOf).store.close()
  const database = openDatabase(file())
  const dictionary = Buffer.from(eventDictionary)
  const writer = runWriter(database, preparedStatements(database), dictionary, historyRowOf)
  database.exec('BEGIN')
  writer.write(sampleRun('rolled-back'))
  database.exec('ROLLBACK')
  for (const run of ['one', 'two', 'three']) writer.save(sampleRun(run))
  database.close()
  const { store } = openTraceStore(file(), historyRowOf)
  const { profileName } = sampleRun('one').run
  const parsed = parseFilter(`profile:"${profileName}"`, Date.now())
  if ('error' in parsed) throw new Error(parsed.error.message)
  expect(store.count(parsed.filter)).toBe(3)
  store.close()
})

test('a run that the store no longer has as it was is saved whole', async () => {
  const whole = sampleRun('run')
  const first = openTraceStore(file(), historyRowOf).store
  const { handedOver, save } = savesTo(first)
  await save(after(whole, 3))
  const other = openTraceStore(file(), historyRowOf).store
  other.save(after(whole, 2))
  other.append({ ...after(whole, 3), since: extentOf(after(whole, 2)), secrets: new Map() })
  other.close()
  await save(after(whole, 6))
  expect(handedOver).toMatchObject({ whole: 2, deltas: [{}] })
  expect(first.open('run')?.events).toEqual(after(whole, 6).events)
  first.close()
})

test('a failed save loses nothing: the next one is whole', async () => {
  const whole = sampleRun('run')
  const { store } = openTraceStore(file(), historyRowOf)
  let isFull = false
  const save = incrementalSave({
    saveWhole: (stored) => {
      store.save(stored)
      return Promise.resolve()
    },
    append: (delta) =>
      isFull ? Promise.reject(new Error('disk full')) : Promise.resolve(store.append(delta)),
  })
  await save(after(whole, 2))
  isFull = true
  await expect(save(after(whole, 4))).rejects.toThrow('disk full')
  isFull = false
  await save(after(whole, 6))
  expect(store.open('run')?.events).toEqual(after(whole, 6).events)
  store.close()
})

test('a note that was written during a run stays with it', async () => {
  const whole = sampleRun('run')
  const { store } = openTraceStore(file(), historyRowOf)
  const { save } = savesTo(store)
  await save(after(whole, 3))
  store.annotate(['run'], { note: 'Slow today', pinned: true })
  await save(after(whole, 6))
  await save(whole)
  expect(store.page({ filter: everyRun, limit: 9 })).toMatchObject([
    { note: 'Slow today', pinned: true },
  ])
  store.close()
})

test('a deleted run takes what it had gained with it', async () => {
  const whole = sampleRun('run')
  const { store } = openTraceStore(file(), historyRowOf)
  const { save } = savesTo(store)
  for (const events of [2, 4]) await save(after(whole, events))
  store.delete(['run'])
  store.close()
  const database = openDatabase(file())
  expect(database.prepare('SELECT count(*) AS count FROM deltas').get()).toMatchObject({ count: 0 })
  database.close()
})

test('what a run under way has gained counts towards the size of the history', async () => {
  const whole = sampleRun('run')
  const { store } = openTraceStore(file(), historyRowOf)
  const { save } = savesTo(store)
  const bytes = () => store.prunable({ days: 1, runs: 0, megabytes: 0 }).bytes
  await save(after(whole, 2))
  const before = bytes()
  await save(after(whole, 6))
  expect(bytes()).toBeGreaterThan(before + 100)
  store.close()
})
