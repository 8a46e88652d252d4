import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { everyRun } from '#engine/query/filter.ts'
import { Secret } from '#engine/secret/secret.ts'
import { historyRowOf } from './history-row.ts'
import { damageHistory } from './damage-under-test.ts'
import { fillDisk } from './full-disk-under-test.ts'
import { killWhileWriting } from './kill-while-writing-under-test.ts'
import { openDatabase, openTraceStore } from './open-trace-store.ts'
import { sampleRun } from './sample-run-under-test.ts'
import { writeBySeveral } from './several-processes-under-test.ts'
import { sqliteTraceStore } from './sqlite-trace-store.ts'

// `npm run bench -- --torture 200` does the same two hundred times.
const report = (figures: object) => {
  const text = Object.entries(figures).map(([name, count]) => `${name} ${String(count)}`)
  process.stdout.write(`${text.join(', ')}\n`)
}

test('what the history has confirmed survives that the process is killed at any point', async () => {
  const figures = await killWhileWriting(Number(process.env['AUTHSCOPE_KILLS'] ?? 4))
  report(figures)
  expect(figures).toMatchObject({ lost: 0, quarantined: 0 })
  expect(figures.confirmed).toBeGreaterThan(0)
}, 400_000)

test('a file that is cut off, emptied, overwritten or without its key is read as far as it can be, or quarantined with a sentence', async () => {
  const figures = await damageHistory(Number(process.env['AUTHSCOPE_DAMAGED_HISTORIES'] ?? 20))
  report(figures)
  expect(figures.lostSilently).toBe(0)
}, 400_000)

test('two applications and a command line at once lose nothing that was confirmed', async () => {
  const figures = await writeBySeveral(1)
  report(figures)
  expect(figures).toMatchObject({ lost: 0, quarantined: 0 })
  expect(figures.confirmed).toBeGreaterThan(0)
}, 120_000)

test('a full disk refuses a save, keeps all earlier ones, and the history continues once there is room', () => {
  const figures = fillDisk()
  if (figures) {
    report(figures)
    expect(figures).toMatchObject({ lost: 0, quarantined: 0, refused: 20 })
  }
  // The same as SQLite sees it, where no disk can be mounted.
  const folder = mkdtempSync(join(tmpdir(), 'authscope-full-'))
  const file = { path: join(folder, 'traces.db'), key: Secret.of('text', 'd'.repeat(64)) }
  openTraceStore(file, historyRowOf).store.close()
  const database = openDatabase(file)
  const store = sqliteTraceStore(database, historyRowOf)
  database.pragma('max_page_count = 60')
  let saved = 0
  expect(() => {
    for (; saved < 1000; saved += 1) store.save(sampleRun(`run-${String(saved)}`))
  }).toThrow('full')
  expect(store.count(everyRun)).toBe(saved)
  database.pragma('max_page_count = 10000')
  store.save(sampleRun('next'))
  store.close()
  const again = openTraceStore(file, historyRowOf)
  expect(again.store.count(everyRun)).toBe(saved + 1)
  expect(again.quarantined).toEqual([])
  again.store.close()
  rmSync(folder, { recursive: true })
})

test('a history that was emptied is named to the user, and the empty file is kept', () => {
  const folder = mkdtempSync(join(tmpdir(), 'authscope-empty-'))
  const file = { path: join(folder, 'traces.db'), key: Secret.of('text', 'd'.repeat(64)) }
  writeFileSync(file.path, '')
  const { quarantined, store } = openTraceStore(file, historyRowOf)
  expect(quarantined).toMatchObject([{ reason: expect.stringContaining('empty') }])
  store.close()
  rmSync(folder, { recursive: true })
})

test('text that damage has left without meaning quarantines the file and does not end the process', () => {
  const folder = mkdtempSync(join(tmpdir(), 'authscope-text-'))
  const file = { path: join(folder, 'traces.db'), key: Secret.of('text', 'd'.repeat(64)) }
  const { store } = openTraceStore(file, historyRowOf)
  store.save(sampleRun('one'))
  store.close()
  const database = openDatabase(file)
  database.exec("UPDATE rows SET row = CAST(x'7b61ff62' AS TEXT)")
  const damagedStore = sqliteTraceStore(database, historyRowOf)
  expect(() => damagedStore.page({ filter: everyRun, limit: 10 })).toThrow('damaged')
  damagedStore.close()
  rmSync(folder, { recursive: true })
})
