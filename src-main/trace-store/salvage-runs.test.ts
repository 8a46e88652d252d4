import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { everyRun } from '#engine/query/filter.ts'
import { Secret } from '#engine/secret/secret.ts'
import type { Quarantined } from '#main/settings/document.ts'
import { historyRowOf } from './history-row.ts'
import { openDatabase, openTraceStore } from './open-trace-store.ts'
import { sampleRun } from './sample-run-under-test.ts'
import { inThisThread, openTraceStoreInThread } from './trace-store-client.ts'
import type { Salvage } from './stored-salvage.ts'

const key = Secret.of('text', 'd'.repeat(64))
const page = 4096

let folder = ''
let path = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'authscope-salvage-'))
  path = join(folder, 'traces.db')
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** A closed history of 60 runs, of which one has a note and one was deleted. */
function writeHistory(): Buffer {
  const { store } = openTraceStore({ path, key }, historyRowOf)
  for (let number = 0; number < 60; number += 1) store.save(sampleRun(`run-${String(number)}`))
  store.annotate(['run-7'], { note: 'the good one', pinned: true })
  store.delete(['run-8'])
  store.saveFilters([{ name: 'Failures', filter: 'outcome:failed' }])
  store.close()
  return readFileSync(path)
}

/** Opens the history as the window does, and waits until all is put back that can be. */
async function openDamaged() {
  const quarantined: Quarantined[] = []
  let done: (salvage: Salvage) => void = () => undefined
  const salvaged = new Promise<Salvage>((settle) => {
    done = settle
  })
  const store = await openTraceStoreInThread({ path, key }, inThisThread, {
    journalDamaged: () => undefined,
    quarantined: (file) => quarantined.push(file),
    salvaged: (salvage) => {
      done(salvage)
    },
  })
  // What is not read when it is opened is met by the list.
  await store.page({ filter: everyRun, limit: 100 })
  return { quarantined, store, salvaged: await salvaged }
}

test('a history that was cut off gives the runs that lie before the cut, with notes and saved filters', async () => {
  const whole = writeHistory()
  const cut = whole.subarray(0, Math.floor(whole.length / 2 / page) * page)
  writeFileSync(path, cut)
  const { quarantined, salvaged, store } = await openDamaged()
  expect(quarantined).toMatchObject([{ reason: expect.stringMatching(/\.$/) }])
  expect(salvaged.recovered).toBeGreaterThan(15)
  expect(await store.count(everyRun)).toBe(salvaged.recovered)
  expect(await store.open('run-7')).toMatchObject(sampleRun('run-7'))
  const rows = await store.page({ filter: everyRun, limit: 100 })
  expect(rows.find(({ runId }) => runId === 'run-7')).toMatchObject({
    note: 'the good one',
    pinned: true,
  })
  expect(await store.open('run-8')).toBeUndefined()
  expect(await store.savedFilters()).toMatchObject([{ name: 'Failures' }])
  await store.close()
  expect(readFileSync(quarantined[0]?.path ?? '').equals(cut)).toBe(true)
  expect(readdirSync(folder).filter((name) => name.includes('salvage'))).toEqual([])
})

test('damage in one page of the list’s columns costs no run', async () => {
  const whole = writeHistory()
  // The root of the list, without which nothing is listed.
  const damaged = Buffer.from(whole).fill(7, page, 2 * page)
  writeFileSync(path, damaged)
  const { salvaged, store } = await openDamaged()
  expect(salvaged.recovered).toBeGreaterThanOrEqual(59)
  expect(await store.open('run-59')).toMatchObject(sampleRun('run-59'))
  await store.close()
})

test('an interrupted salvage continues at the next start, and a run that is there already is left as it is', async () => {
  const whole = writeHistory()
  const aside = join(folder, 'traces.db.quarantined-1')
  writeFileSync(aside, whole)
  rmSync(path)
  const { store: fresh } = openTraceStore({ path, key }, historyRowOf)
  fresh.save(sampleRun('run-3'))
  fresh.annotate(['run-3'], { note: 'newer' })
  fresh.setSalvage({ path: aside, next: 31, recovered: 30 })
  fresh.close()
  const { quarantined, salvaged, store } = await openDamaged()
  expect(quarantined).toEqual([])
  expect(salvaged.recovered).toBe(60)
  expect(await store.count(everyRun)).toBe(31)
  const [row] = (await store.page({ filter: everyRun, limit: 100 })).filter(
    ({ runId }) => runId === 'run-3',
  )
  expect(row).toMatchObject({ note: 'newer' })
  await store.close()
})

test('a file under another key, which cannot be read at all, gives nothing and stays', async () => {
  writeHistory()
  const other = Secret.of('text', 'b'.repeat(64))
  const salvaged = await new Promise<Salvage>((settle, fail) => {
    openTraceStoreInThread({ path, key: other }, inThisThread, {
      quarantined: () => undefined,
      journalDamaged: () => undefined,
      salvaged: settle,
    }).catch(fail)
  })
  expect(salvaged.recovered).toBe(0)
  expect(readdirSync(folder).some((name) => name.includes('quarantined'))).toBe(true)
})

test.each(['runs_by_id', 'sqlite_autoindex_rows_1'])(
  'damage anywhere in the index %s loses no run: what is not found is put back from the table',
  async (index) => {
    const whole = writeHistory()
    const database = openDatabase({ path, key })
    const { root } = database
      .prepare('SELECT rootpage AS root FROM sqlite_master WHERE name = ?')
      .get(index) as { root: number }
    database.close()
    let harmed = 0
    for (let offset = (root - 1) * page; offset < root * page; offset += 256) {
      writeFileSync(path, Buffer.from(whole).fill(7, offset, offset + 32))
      const quarantined: Quarantined[] = []
      let recovered = 0
      const store = await openTraceStoreInThread({ path, key }, inThisThread, {
        journalDamaged: () => undefined,
        quarantined: (file) => quarantined.push(file),
        salvaged: (salvage) => {
          recovered = salvage.recovered
        },
      })
      const rows = await store.page({ filter: everyRun, limit: 100 })
      let missing = 60 - 1 - rows.length
      for (let number = 0; number < 60; number += 1)
        if (number !== 8 && !(await store.open(`run-${String(number)}`))) missing += 1
      if (missing > 0) {
        harmed += 1
        await vi.waitFor(() => {
          expect(recovered).toBeGreaterThanOrEqual(59)
        }, 5000)
        expect(quarantined).toHaveLength(1)
      }
      await store.close()
    }
    expect(harmed).toBeGreaterThan(0)
  },
  60_000,
)

test.each([
  ['whose columns are gone is damage when it is opened', 'DELETE FROM runs WHERE id = 31'],
  ['that is in the list alone is damage when it is listed', 'DELETE FROM rows WHERE id = 31'],
])('a run %s, and the others are put back', async (_, sql) => {
  writeHistory()
  const database = openDatabase({ path, key })
  database.exec(sql)
  database.close()
  const quarantined: Quarantined[] = []
  const store = await openTraceStoreInThread({ path, key }, inThisThread, {
    journalDamaged: () => undefined,
    quarantined: (file) => quarantined.push(file),
    salvaged: () => undefined,
  })
  await store.page({ filter: everyRun, limit: 100 })
  await store.open('run-30')
  expect(quarantined).toHaveLength(1)
  await vi.waitFor(async () => {
    expect(await store.count(everyRun)).toBeGreaterThanOrEqual(58)
  }, 5000)
  await store.close()
})
