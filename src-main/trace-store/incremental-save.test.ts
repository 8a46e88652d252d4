import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { everyRun } from '#engine/query/filter.ts'
import { Secret } from '#engine/secret/secret.ts'
import { historyRowOf } from './history-row.ts'
import { incrementalSave } from './incremental-save.ts'
import { openDatabase, openTraceStore } from './open-trace-store.ts'
import { extentOf, type RunDelta } from './run-delta.ts'
import { sampleRun } from './sample-run-under-test.ts'
import type { ImmediateTraceStore } from './sqlite-trace-store.ts'
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

test('a run that has ended is packed into one, and leaves no delta behind', async () => {
  const whole = sampleRun('run')
  const { store } = openTraceStore(file(), historyRowOf)
  const { save } = savesTo(store)
  for (const events of [2, 4, 6]) await save(after(whole, events))
  const deltas = () => {
    const database = openDatabase(file())
    const { count } = database.prepare('SELECT count(*) AS count FROM deltas').get() as {
      count: number
    }
    database.close()
    return count
  }
  expect(deltas()).toBe(3)
  await save(whole)
  expect(deltas()).toBe(0)
  expect(store.open('run')).toMatchObject(contentOf(whole))
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
  store.annotate('run', { note: 'Slow today', pinned: true })
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
