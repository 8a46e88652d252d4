import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compareRuns } from '#engine/compare/compare-runs.ts'
import type { RecordedTrace } from '#engine/import/recorded-traces.ts'
import { exportTrace } from '#main/export/export-trace.ts'
import { readBytes, readCapture } from '#main/import/read-bytes-under-test.ts'
import { memoryTraceStore } from '#main/trace-store/memory-trace-store.ts'
import type { StoredRun } from '#main/trace-store/trace-store.ts'
import { findKeptRun } from './find-kept-run.ts'
import { recordedRunId } from './recorded-run-id.ts'
import { storedRecording } from './stored-recording.ts'

const captures = new URL('../import/captures/', import.meta.url)

const stored = (recorded: RecordedTrace): StoredRun => {
  const { events, open } = recorded
  return storedRecording(
    recordedRunId(events, (mark) => open(mark) !== undefined),
    recorded,
  )
}

const forms = (['har', 'json'] as const).flatMap((format) =>
  [true, false].map((redacted) => ({ format, redacted })),
)

test.each(readdirSync(captures).flatMap((name) => forms.map((form) => ({ name, ...form }))))(
  'each sign-in of $name is the same in its export $format, redacted: $redacted',
  async ({ name, ...form }) => {
    const { traces } = await readCapture(name)
    const store = memoryTraceStore()
    for (const recorded of traces) {
      const run = stored(recorded)
      await store.save(run)
      const again = await readBytes(Buffer.from(exportTrace(run, form)))
      expect(again.traces).toHaveLength(1)
      expect(await findKeptRun(store, stored(again.traces[0]!))).toBe(run.run.runId)
      const compared = compareRuns(run.events, again.traces[0]!.events)
      const differences = [
        ...compared.run,
        ...compared.steps.flatMap((step) => step.differences),
      ].filter(({ expected }) => !expected)
      expect(differences).toEqual([])
    }
  },
)
