import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { parseFilter } from '#engine/query/parse-filter.ts'
import { Secret } from '#engine/secret/secret.ts'
import { historyRowOf } from './history-row.ts'
import { memoryTraceStore } from './memory-trace-store.ts'
import { openDatabase, openTraceStore } from './open-trace-store.ts'
import { sampleRun } from './sample-run-under-test.ts'
import { inThisThread, openTraceStoreInThread } from './trace-store-client.ts'

const filterOf = (text: string) => {
  const parsed = parseFilter(text, Date.now())
  if ('error' in parsed) throw new Error(parsed.error.message)
  return parsed.filter
}

test('statistics over thousands of runs are those of the runs that pass, once each, and a page does not wait for them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'authscope-statistics-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  const file = { path: join(folder, 'traces.db'), key: Secret.of('text', 'a'.repeat(64)) }
  const startedAt = new Date(2026, 10, 27, 12).getTime()
  const runs = [sampleRun('one'), sampleRun('two'), sampleRun('three')].map((stored, number) => ({
    ...stored,
    run: { ...stored.run, startedAt: startedAt + number, username: number === 0 ? 'ada' : 'bob' },
  }))
  const first = openTraceStore(file, historyRowOf).store
  for (const run of runs) first.save(run)
  first.close()
  const database = openDatabase(file)
  database.exec(`
    WITH RECURSIVE copies (copy) AS (SELECT 1 UNION ALL SELECT copy + 1 FROM copies WHERE copy < 3999)
    INSERT INTO rows SELECT id + 3 * copy, run_id || copy, row, x'', x'' FROM rows, copies;
    INSERT INTO runs SELECT rows.id, kind, started_at, service_ms, note, pinned, deleted, user, own, counted,
      durations
      FROM rows JOIN runs ON runs.id = (rows.id - 1) % 3 + 1 WHERE rows.id > 3;`)
  database.close()

  const { store } = openTraceStore(file, historyRowOf)
  const { errors, outcomes, runs: counted, steps } = store.statistics(filterOf('user:bob'))
  expect(counted).toBe(8000)
  expect(outcomes.map(({ failed, other, succeeded }) => failed + other + succeeded)).toEqual([8000])

  const memory = memoryTraceStore()
  for (const run of runs) await memory.save(run)
  const inMemory = await memory.statistics(filterOf('user:bob'))
  expect(steps).toEqual(inMemory.steps.map((step) => ({ ...step, calls: 4000 * step.calls })))
  expect(errors).toEqual(inMemory.errors.map((error) => ({ ...error, runs: 4000 * error.runs })))
  expect(steps.length).toBeGreaterThan(1)
  expect(store.statistics(filterOf('user:nobody')).runs).toBe(0)
  store.close()

  const served = await openTraceStoreInThread(file, inThisThread, {
    quarantined: () => undefined,
    journalDamaged: () => undefined,
  })
  const replies: string[] = []
  await Promise.all([
    served.statistics(filterOf('user:bob')).then((statistics) => {
      expect(statistics.errors).toEqual(errors)
      replies.push('statistics')
    }),
    served.page({ filter: filterOf(''), limit: 10 }).then(() => replies.push('page')),
  ])
  expect(replies).toEqual(['page', 'statistics'])
  await served.close()
})

test.each([
  [
    'one day of a long history',
    ['2026-11-01T09:40', '2026-11-27T08:10', '2026-11-27T21:55'],
    'on:2026-11-27',
  ],
  ['runs of a little more than two days', ['2026-11-26T01:28', '2026-11-28T10:29'], ''],
  ['runs of two days', ['2026-11-26T10:28', '2026-11-28T01:29'], ''],
])('statistics of %s are by the time at which each run began', async (_, times, filter) => {
  const folder = mkdtempSync(join(tmpdir(), 'authscope-statistics-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  const file = { path: join(folder, 'traces.db'), key: Secret.of('text', 'a'.repeat(64)) }
  const { store } = openTraceStore(file, historyRowOf)
  const memory = memoryTraceStore()
  for (const [number, time] of times.entries()) {
    const stored = sampleRun(String(number))
    const run = { ...stored, run: { ...stored.run, startedAt: new Date(time).getTime() } }
    store.save(run)
    await memory.save(run)
  }
  expect(store.statistics(filterOf(filter))).toEqual(await memory.statistics(filterOf(filter)))
  store.close()
})
