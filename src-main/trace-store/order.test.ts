import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { everyRun } from '#engine/query/filter.ts'
import { orderedColumns, orderOf, orderText } from '#engine/query/run-order.ts'
import { Secret } from '#engine/secret/secret.ts'
import { memoryTraceStore } from './memory-trace-store.ts'
import { openTraceStore } from './open-trace-store.ts'
import { sampleRun } from './sample-run-under-test.ts'

test('the file and the memory have the same order of runs by every column, page by page', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'authscope-order-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  const { store } = openTraceStore({
    ...{ path: join(folder, 'traces.db'), key: Secret.of('text', 'a'.repeat(64)) },
  })
  const memory = memoryTraceStore()
  for (const [number, username] of ['cleo', 'Ada', 'bob', 'ada', ''].entries()) {
    const sample = sampleRun(`run-${String(number)}`)
    const state = number % 2 === 0 ? ('tokens' as const) : ('refused' as const)
    const events = sample.events.slice(0, sample.events.length - number)
    const more = { startedAt: 1000 - number, username, state, flow: `FLOW_${String(number % 3)}` }
    const run = { ...sample, events, run: { ...sample.run, ...more } }
    store.save(run)
    await memory.save(run)
  }
  for (const by of orderedColumns)
    for (const descending of [true, false]) {
      const order = { by, descending }
      const inMemory = await memory.page({ filter: everyRun, limit: 10, order })
      const pages = [0, 2, 4].flatMap((skip) =>
        store.page({ filter: everyRun, limit: 2, skip, order }),
      )
      expect([order, pages.map(({ runId }) => runId)]).toEqual([
        order,
        inMemory.map(({ runId }) => runId),
      ])
      expect(orderOf(orderText(order))).toEqual(order)
    }
  expect(
    store
      .page({ filter: everyRun, limit: 10, order: { by: 'user', descending: false } })
      .map(({ username }) => username),
  ).toEqual(['', 'Ada', 'ada', 'bob', 'cleo'])
  store.close()
})
