import { Secret } from '#engine/secret/secret.ts'
import { sampleRun } from './sample-run-under-test.ts'
import { openTraceStoreInThread } from './trace-store-client.ts'
import { workerThread } from './worker-thread.ts'

// A process that writes sign-ins event by event, and says what it was told is kept, until it is killed.
const [path = '', key = '', name = ''] = process.argv.slice(2)
const store = await openTraceStoreInThread(
  { path, key: Secret.of('text', key) },
  workerThread(new URL('trace-store.js', import.meta.url)),
  {
    quarantined: ({ reason }) => process.stdout.write(`quarantined ${reason}\n`),
    journalDamaged: (text) => process.stdout.write(`quarantined ${text}\n`),
  },
)
process.stdout.write('open\n')
for (let number = 0; ; number += 1) {
  const runId = `${name}-${String(number)}`
  const whole = sampleRun(runId)
  for (let length = 1; length <= whole.events.length; length += 3) {
    await store.save({ ...whole, events: whole.events.slice(0, length) })
    process.stdout.write(`kept ${runId} ${String(length)}\n`)
  }
}
