// Sign-ins that fail for a known cause, and what the diagnosis of each says: of the live run, and of
// its redacted export.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { diagnose, type DiagnosedCause } from '#engine/diagnosis/diagnose.ts'
import { ruleList } from '#engine/diagnosis/rules/index.ts'
import { exportTrace } from '#main/export/export-trace.ts'
import { readBytes } from '#main/import/read-bytes-under-test.ts'
import { identityOf, startTlsServer, type Listening } from '#main/network/servers-under-test.ts'
import { startRunsUnderTest, type RunsUnderTest } from '#main/runs/runs-under-test.ts'
import { conformancePools } from '#pool/conformance/pools.ts'
import type { Scenario } from '#pool/conformance/scenario.ts'
import {
  asSentBy,
  namedScenarios,
  scenarioPlayer,
  type ScenarioPlayer,
} from './scenarios-under-test.ts'

const scenarios = namedScenarios(
  import.meta.glob<Scenario>('/src-pool/conformance/scenarios/*.scenario.ts', {
    eager: true,
    import: 'default',
  }),
)

let under: RunsUnderTest
let played: ScenarioPlayer
let server: Listening
beforeAll(async () => {
  under = await startRunsUnderTest(conformancePools)
  server = await startTlsServer(await identityOf('localhost'))
  played = scenarioPlayer(under, `https://localhost:${String(server.port)}`)
})
afterAll(async () => {
  await server.close()
  await under.close()
})

const shown = (causes: readonly DiagnosedCause[]) =>
  causes.filter(({ verdict }) => verdict !== 'excluded')
const codes = (causes: readonly DiagnosedCause[]) => causes.map(({ code }) => code)
const verdicts = (causes: readonly DiagnosedCause[]) =>
  causes.map(({ code, step, verdict }) => `${code} ${verdict} at ${String(step)}`)

const codesAndVerdicts = (causes: readonly DiagnosedCause[]) =>
  causes.map(({ code, verdict }) => `${code} ${verdict}`)

const counts = { right: 0, shown: 0, disproved: 0, withEvidence: 0 }

it.each(scenarios)(
  '$name: its cause comes first',
  async ({ one }) => {
    const runId = await played(one)
    const live = diagnose(asSentBy(one, under.eventsOf(runId)))
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
    expect(codes(causes)).toEqual(expect.arrayContaining([...(one.also ?? [])]))
    expect(codes(causes).filter((code) => forbidden.includes(code))).toEqual([])
    const { member } = one
    if (member !== undefined)
      expect(causes[0]?.evidence.map((place) => place.member)).toContain(member)
    for (const { evidence, next } of causes) {
      expect(evidence).not.toEqual([])
      expect(next).not.toEqual([])
    }

    for (const format of ['json', 'har'] as const) {
      const stored = await under.runs.stored(runId)
      const written = { ...stored, events: asSentBy(one, stored.events) }
      const exported = exportTrace(written, { format, redacted: true })
      const { traces } = await readBytes(Buffer.from(exported), `exported.${format}`)
      const read = traces.flatMap(({ events }) => diagnose(events))
      // A call that nothing ties to the sign-in is a chain of its own in a HAR, and begins at 1.
      const said = traces.length === 1 ? verdicts : codesAndVerdicts
      expect(said(read), `of the redacted ${format}`).toEqual(said(live))
    }
  },
  60_000,
)

it('has every rule shown as a cause in a scenario, and excluded or disproved in another', () => {
  const shownIn = new Set(scenarios.flatMap(({ one }) => [one.cause, ...(one.also ?? [])]))
  const disprovedIn = new Set(
    scenarios.flatMap(({ one }) => [...one.excluded, ...(one.never ?? [])]),
  )
  const codesOfRules = ruleList.map(({ code }) => code)
  expect(codesOfRules.filter((code) => !shownIn.has(code))).toEqual([])
  expect(codesOfRules.filter((code) => !disprovedIn.has(code))).toEqual([])
})

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
