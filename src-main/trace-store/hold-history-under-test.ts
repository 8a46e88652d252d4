import { createInterface } from 'node:readline'
import { everyRun } from '#engine/query/filter.ts'
import { Secret } from '#engine/secret/secret.ts'
import { sampleRun } from './sample-run-under-test.ts'
import { openTraceStoreInThread } from './trace-store-client.ts'
import { workerThread } from './worker-thread.ts'

// A process that has a history open as the window has, until its input ends. For each line that it
// reads it keeps a sign-in of that name, and says how many there are.
const [path = '', key = ''] = process.argv.slice(2)
const store = await openTraceStoreInThread(
  { path, key: Secret.of('text', key) },
  workerThread(new URL('trace-store.js', import.meta.url)),
  {
    quarantined: ({ reason }) => process.stdout.write(`quarantined ${reason}\n`),
    journalDamaged: (text) => process.stdout.write(`quarantined ${text}\n`),
    salvaged: ({ recovered }) => process.stdout.write(`salvaged ${String(recovered)}\n`),
  },
)
process.stdout.write('open\n')
for await (const name of createInterface({ input: process.stdin })) {
  await store.save(sampleRun(name))
  process.stdout.write(`has ${String(await store.count(everyRun))}\n`)
}
await store.close()
