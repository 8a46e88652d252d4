import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { everyRun } from '#engine/query/filter.ts'
import { traceVersion, type TraceEvent } from '#engine/trace/event.ts'
import { Secret } from '#engine/secret/secret.ts'
import { copyRuns } from './copy-runs.ts'
import { memoryTraceStore } from './memory-trace-store.ts'
import { sampleRun } from './sample-run-under-test.ts'
import { storedEvents } from './stored-events.ts'
import { inThisThread, openTraceStoreInThread } from './trace-store-client.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'authscope-store-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const openStore = () =>
  openTraceStoreInThread(
    { path: join(folder, 'traces.db'), key: Secret.of('text', 'd'.repeat(64)) },
    inThisThread,
    { quarantined: () => undefined, journalDamaged: () => undefined },
  )

const damaged = (runId: string) => {
  const run = sampleRun(runId)
  return { ...run, events: run.events.map((event) => ({ ...event, at: 'noon' as never })) }
}

test.each([1, 2])('events that version %i stored are read in today’s shapes', (version) => {
  const file = new URL(
    `../../src-engine/trace/versions/version-${String(version)}.json`,
    import.meta.url,
  )
  const { events } = JSON.parse(readFileSync(file, 'utf8')) as { events: unknown }
  expect(storedEvents(events)[0]).toMatchObject({ type: 'started', version: traceVersion })
})

test('upgraded events that were stored under the number of their old version are read', () => {
  const events = sampleRun('one').events.map((event) =>
    event.type === 'started' ? { ...event, version: 1 } : event,
  )
  expect(storedEvents(events).map(({ type }) => type)).toEqual(events.map(({ type }) => type))
})

test('events of a newer Authscope are refused, not guessed at', () => {
  const [started, ...rest] = sampleRun('one').events as [TraceEvent, ...TraceEvent[]]
  const newer = [{ ...started, type: 'started', version: 99 }, { type: 'invented' }, ...rest]
  expect(() => storedEvents(newer)).toThrow('written by a newer Authscope (format 99)')
})

test('a run whose events are damaged is refused with the place of the damage, and others open', async () => {
  const store = await openStore()
  await store.save(damaged('bad'))
  await store.save(sampleRun('good'))
  await expect(store.open('bad')).rejects.toMatchObject({
    code: 'run-damaged',
    message: expect.stringContaining('trace.events[0].at is not a number') as string,
  })
  expect((await store.open('good'))?.run.runId).toBe('good')
  // It is in the list still, and nothing of it was deleted.
  expect(await store.count(everyRun)).toBe(2)
  await store.close()
})

test('a damaged run does not keep the others from being moved to another store', async () => {
  const from = await openStore()
  await from.save(damaged('bad'))
  await from.save(sampleRun('good'))
  const to = memoryTraceStore()
  await copyRuns(from, to, 10)
  expect((await to.page({ filter: everyRun, limit: 10 })).map(({ runId }) => runId)).toEqual([
    'good',
  ])
  await from.close()
})
