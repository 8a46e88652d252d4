import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compareRuns } from '#engine/compare/compare-runs.ts'
import type { RecordedTrace } from '#engine/import/recorded-traces.ts'
import { exportTrace, type ExportForm } from '#main/export/export-trace.ts'
import { signInsToExport } from '#main/export/sign-ins-under-test.ts'
import { readBytes } from '#main/import/read-bytes-under-test.ts'
import type { SignInCase } from '#pool/conformance/sign-in-case.ts'
import { password } from '#pool/conformance/values.ts'
import { casePlayer, type CasePlayer } from './case-player-under-test.ts'
import { startRunsUnderTest, type RunsUnderTest } from './runs-under-test.ts'

let under: RunsUnderTest
let player: CasePlayer
beforeAll(async () => {
  under = await startRunsUnderTest()
  player = casePlayer(under)
})
afterAll(() => under.close())

const refused: SignInCase = {
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: `${password}x` },
  steps: [],
  end: 'NotAuthorizedException: Incorrect username or password.',
}

const forms: readonly ExportForm[] = (['har', 'json'] as const).flatMap((format) =>
  [true, false].map((redacted) => ({ format, redacted })),
)

async function reopened(runId: string, form: ExportForm): Promise<RecordedTrace> {
  const text = exportTrace(await under.runs.stored(runId), form)
  const { traces } = await readBytes(Buffer.from(text), `run.${form.format}`)
  expect(traces).toHaveLength(1)
  return traces[0]!
}

describe.each([...signInsToExport, ['a refusal', refused] as const])('%s', (_, one) => {
  let runId = ''
  beforeAll(async () => {
    runId = await player.play(one)
  })

  test.each(forms)(
    'opened from its own export $format, redacted: $redacted, is the same run',
    async (form) => {
      const recorded = await reopened(runId, form)
      expect(await under.runs.keptId(recorded)).toBe(runId)
      expect(await under.runs.keep(recorded)).toBe(runId)
      const { events } = await under.runs.stored(runId)
      const { run, same, steps } = compareRuns(events, recorded.events)
      const differences = [...run, ...steps.flatMap((step) => step.differences)]
      expect(differences.filter(({ expected }) => !expected)).toEqual([])
      expect(same).toBe(true)
    },
  )
})
