import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { readCapture } from '#main/import/read-bytes-under-test.ts'
import { nativeModPow } from '#main/srp/native-mod-pow.ts'
import { memoryTraceStore } from '#main/trace-store/memory-trace-store.ts'
import { createRuns } from './runs.ts'

test('a recording is kept once, and again after it was deleted', async () => {
  const runs = createRuns({
    ports: { modPow: nativeModPow, randomBytes, now: Date.now },
    send: () => Promise.reject(new Error('nothing was to be sent')),
    store: memoryTraceStore(),
    application: 'Authscope 0.0.0',
  })
  const [recorded] = (await readCapture('boto3-1.26.27-stream-logger-ok.log')).traces
  if (!recorded) throw new Error('no sign-in in the recording')
  expect(await runs.keptId(recorded)).toBeUndefined()
  const runId = await runs.keep(recorded)
  expect(await runs.keptId(recorded)).toBe(runId)
  await runs.annotate([runId], { note: 'Seen' })
  expect(await runs.keep(recorded)).toBe(runId)
  const query = { filter: { kind: 'contains', column: 'searched', text: '' }, limit: 10 } as const
  expect(await runs.page(query)).toMatchObject([{ runId, note: 'Seen', origin: 'imported' }])
  await runs.delete([runId])
  expect(await runs.keptId(recorded)).toBeUndefined()
  expect(await runs.keep(recorded)).toBe(runId)
  expect(await runs.page(query)).toMatchObject([{ runId }])
})
