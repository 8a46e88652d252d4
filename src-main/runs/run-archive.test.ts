import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { everyRun } from '#engine/query/filter.ts'
import { memoryTraceStore } from '#main/trace-store/memory-trace-store.ts'
import { sampleRun } from '#main/trace-store/sample-run-under-test.ts'
import { RunArchive } from './run-archive.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('the first event of a run is kept at once, and later ones are gathered', async () => {
  const store = memoryTraceStore()
  const save = vi.spyOn(store, 'save')
  const archive = new RunArchive({ store, snapshot: sampleRun, saved: () => undefined })
  archive.begun('one')
  archive.event('one')
  await vi.advanceTimersByTimeAsync(0)
  expect(await store.count(everyRun)).toBe(1)
  for (const runId of ['one', 'one', 'one']) archive.event(runId)
  await vi.advanceTimersByTimeAsync(149)
  expect(save).toHaveBeenCalledTimes(1)
  // One that begins meanwhile takes along what is gathered.
  archive.begun('two')
  archive.event('two')
  await vi.advanceTimersByTimeAsync(0)
  expect(save.mock.calls.map(([{ run }]) => run.runId)).toEqual(['one', 'one', 'two'])
  await vi.advanceTimersByTimeAsync(1000)
  expect(save).toHaveBeenCalledTimes(3)
})

test('a run that continues while it is deleted is whole when it is restored', async () => {
  vi.useRealTimers()
  const archive = new RunArchive({
    store: memoryTraceStore(),
    snapshot: () => undefined,
    saved: () => undefined,
  })
  const whole = sampleRun('watched')
  await archive.save({ ...whole, events: whole.events.slice(0, 2) })
  await archive.delete(['watched'])
  await archive.save(whole)
  await expect(archive.stored('watched')).rejects.toThrow('no longer in the history')
  await archive.restore(['watched'])
  expect((await archive.stored('watched')).events).toHaveLength(whole.events.length)
})
