import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { everyRun } from '#engine/query/filter.ts'
import { Secret } from '#engine/secret/secret.ts'
import { historyRowOf } from './history-row.ts'
import { openTraceStore } from './open-trace-store.ts'
import { sampleRun } from './sample-run-under-test.ts'
import { inThisThread, openTraceStoreInThread } from './trace-store-client.ts'

const key = Secret.of('text', 'd'.repeat(64))

/** A history as a process that was killed leaves it: three runs in the file, three in its journal. */
function killedHistory(): string {
  const folder = mkdtempSync(join(tmpdir(), 'authscope-journal-'))
  const path = join(folder, 'killed.db')
  const { store: first } = openTraceStore({ path, key }, historyRowOf)
  for (const runId of ['1', '2', '3']) first.save(sampleRun(runId))
  first.close()
  const { store } = openTraceStore({ path, key }, historyRowOf)
  onTestFinished(() => {
    store.close()
    rmSync(folder, { recursive: true })
  })
  for (const runId of ['4', '5', '6']) store.save(sampleRun(runId))
  const copy = join(folder, 'copy.db')
  for (const ending of ['', '-wal', '-shm']) copyFileSync(path + ending, copy + ending)
  return copy
}

test('an intact journal is recovered without a notice', () => {
  const path = killedHistory()
  const { journalDamage, store } = openTraceStore({ path, key }, historyRowOf)
  expect(store.count(everyRun)).toBe(6)
  expect(journalDamage).toBeUndefined()
  store.close()
})

test('a damaged journal is kept, and a sentence says how many changes are lost with it', () => {
  const path = killedHistory()
  const journal = readFileSync(`${path}-wal`)
  journal.fill(0, journal.length - 5000, journal.length - 4500)
  writeFileSync(`${path}-wal`, journal)
  const { journalDamage, quarantined, store } = openTraceStore({ path, key }, historyRowOf)
  expect(store.count(everyRun)).toBe(5)
  expect(quarantined).toEqual([])
  expect(journalDamage).toContain('The last change is lost')
  const folder = join(path, '..')
  const kept = readdirSync(folder).find((name) => name.startsWith('copy.db.quarantined-'))
  expect(journalDamage).toContain(kept)
  expect(readFileSync(join(folder, kept ?? ''))).toEqual(journal)
  store.close()
})

test('a truncated journal is reported with lost changes, without their number', () => {
  const path = killedHistory()
  writeFileSync(`${path}-wal`, '')
  const { journalDamage, store } = openTraceStore({ path, key }, historyRowOf)
  expect(store.count(everyRun)).toBe(3)
  expect(journalDamage).toContain('Some of the last changes are lost')
  store.close()
})

test('soon after a save nothing is in the journal alone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'authscope-journal-'))
  const path = join(folder, 'traces.db')
  const unheard = { quarantined: () => undefined, journalDamaged: () => undefined }
  const store = await openTraceStoreInThread({ path, key }, inThisThread, unheard)
  onTestFinished(async () => {
    await store.close()
    rmSync(folder, { recursive: true })
  })
  await store.save(sampleRun('one'))
  await expect.poll(() => readFileSync(`${path}-wal`).length).toBe(0)
  const copy = join(folder, 'copy.db')
  copyFileSync(path, copy)
  const { store: ofCopy } = openTraceStore({ path: copy, key }, historyRowOf)
  expect(ofCopy.count(everyRun)).toBe(1)
  ofCopy.close()
})
