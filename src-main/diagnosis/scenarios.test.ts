// Sign-ins that fail for a known cause, and what the diagnosis of each says: of the live run, and of
// its redacted export.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { diagnose, type DiagnosedCause } from '#engine/diagnosis/diagnose.ts'
import { exportTrace } from '#main/export/export-trace.ts'
import { readBytes } from '#main/import/read-bytes-under-test.ts'
import { startRunsUnderTest, type RunsUnderTest } from '#main/runs/runs-under-test.ts'
import { conformancePools } from '#pool/conformance/pools.ts'
import type { Scenario } from '#pool/conformance/scenario.ts'
import { namedScenarios, scenarioPlayer, type ScenarioPlayer } from './scenarios-under-test.ts'

const scenarios = namedScenarios(
  import.meta.glob<Scenario>('/src-pool/conformance/scenarios/*.scenario.ts', {
    eager: true,
    import: 'default',
  }),
)

let under: RunsUnderTest
let played: ScenarioPlayer
beforeAll(async () => {
  under = await startRunsUnderTest(conformancePools)
  played = scenarioPlayer(under)
})
afterAll(() => under.close())

const shown = (causes: readonly DiagnosedCause[]) =>
  causes.filter(({ verdict }) => verdict !== 'excluded')
const codes = (causes: readonly DiagnosedCause[]) => causes.map(({ code }) => code)
const verdicts = (causes: readonly DiagnosedCause[]) =>
  causes.map(({ code, step, verdict }) => `${code} ${verdict} at ${String(step)}`)

const counts = { right: 0, shown: 0, disproved: 0, withEvidence: 0 }

it.each(scenarios)(
  '$name: its cause comes first',
  async ({ one }) => {
    const runId = await played(one)
    const live = diagnose(under.eventsOf(runId))
    const causes = shown(live)
    const said = verdicts(live).join(', ')
    const forbidden = [...(one.never ?? []), ...one.excluded]
    counts.right += causes[0]?.code === one.cause ? 1 : 0
    counts.shown += causes.length
    counts.disproved += causes.filter(({ code }) => forbidden.includes(code)).length
    counts.withEvidence += causes.filter(({ evidence }) => evidence.length > 0).length

    expect(said).toMatch(new RegExp(`^${one.cause} ${one.verdict}`))
    expect(codes(live.filter(({ verdict }) => verdict === 'excluded'))).toEqual(
      expect.arrayContaining([...one.excluded]),
    )
    expect(codes(causes).filter((code) => forbidden.includes(code))).toEqual([])
    for (const { evidence, next } of causes) {
      expect(evidence).not.toEqual([])
      expect(next).not.toEqual([])
    }

    for (const format of ['json', 'har'] as const) {
      const exported = exportTrace(await under.runs.stored(runId), { format, redacted: true })
      const { traces } = await readBytes(Buffer.from(exported), `exported.${format}`)
      const read = traces.flatMap(({ events }) => diagnose(events))
      expect(verdicts(read), `of the redacted ${format}`).toEqual(verdicts(live))
    }
  },
  60_000,
)

it('names the true cause first, shows two causes at most on average, and none without evidence', () => {
  const all = scenarios.length
  const average = counts.shown / all
  process.stdout.write(
    `scenarios ${String(all)} · true cause first ${String(counts.right)} · causes shown ${average.toFixed(2)} on average · disproved and shown ${String(counts.disproved)} · with evidence ${String(counts.withEvidence)} of ${String(counts.shown)}\n`,
  )
  expect(counts.right).toBe(all)
  expect(average).toBeLessThanOrEqual(2)
  expect(counts.disproved).toBe(0)
  expect(counts.withEvidence).toBe(counts.shown)
})
