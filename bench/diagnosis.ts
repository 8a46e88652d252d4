import { randomBytes } from 'node:crypto'
import { diagnose } from '#engine/diagnosis/diagnose.ts'
import { redactTrace } from '#engine/export/redact.ts'
import { scanForLeaks } from '#engine/export/scan-for-leaks.ts'
import { toTraceJson } from '#engine/export/trace-json.ts'
import { sampleTrace } from '#engine/vectors/sample-trace.ts'
import { within, type Row } from './row.ts'

const runs = 1000

/** What a diagnosis costs compared with the export of the same sign-in, and over a history. */
export function benchDiagnosis(): Promise<readonly Row[]> {
  const { trace } = sampleTrace()
  const exportOne = () => scanForLeaks(toTraceJson(redactTrace(trace, randomBytes(16))), [])
  const diagnoseOne = () => diagnose(trace.events)
  const millisecondsOf = (task: () => unknown, times: number) => {
    for (let warm = 0; warm < 50; warm += 1) task()
    const begin = performance.now()
    for (let time = 0; time < times; time += 1) task()
    return performance.now() - begin
  }
  const exported = millisecondsOf(exportOne, 100) / 100
  const all = millisecondsOf(diagnoseOne, runs)
  const unit = 'ms' as const
  return Promise.resolve([
    within(
      {
        name: 'Diagnosing a sign-in',
        ours: all / runs,
        peer: 'exporting the same one, redacted',
        theirs: exported,
        unit,
      },
      1 / 20,
    ),
    within(
      {
        name: `Diagnosing ${String(runs)} sign-ins`,
        ours: all,
        peer: 'one for each millisecond',
        theirs: runs,
        unit,
      },
      1,
    ),
  ])
}
