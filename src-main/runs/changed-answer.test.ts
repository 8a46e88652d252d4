// An answer that was computed and then changed, or spoiled on purpose, while its challenge waits.
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { Secret } from '#engine/secret/secret.ts'
import { timeline, type TimelineStep } from '#engine/trace/timeline.ts'
import { startRunsUnderTest, type RunsUnderTest } from './runs-under-test.ts'

vi.setConfig({ testTimeout: 20_000 })

let under: RunsUnderTest

beforeAll(async () => {
  under = await startRunsUnderTest()
})
afterAll(() => under.close())

const view = (runId: string) => timeline(under.eventsOf(runId))

/** A sign-in by SRP without automatic answers, up to its proof. */
async function waitingForProof(): Promise<string> {
  const PASSWORD = Secret.of('password', 'Practice-Password-1!')
  const input = { flow: 'USER_SRP_AUTH', parameters: { USERNAME: 'alice', PASSWORD } }
  const runId = under.start('web-public', input, { automatic: { srp: false } })
  expect(await under.stopped(runId)).toMatchObject({ type: 'prompted' })
  return runId
}

const sentValues = ({ attempts }: TimelineStep) =>
  (JSON.parse(attempts[0]?.requestBody ?? '{}') as { ChallengeResponses: Record<string, string> })
    .ChallengeResponses

test('an unedited computed answer is sent as it was computed', async () => {
  const runId = await waitingForProof()
  const values = await under.runs.compute(runId)
  expect(view(runId).state, 'nothing is sent yet').toBe('waiting')
  const TIMESTAMP = values['TIMESTAMP'] ?? ''
  await under.runs.answer(runId, { TIMESTAMP }, {})
  expect(await under.stopped(runId, 1)).toMatchObject({ outcome: 'tokens' })
  const { USERNAME: _by, ...sent } = sentValues(view(runId).steps.at(-1)!)
  expect(sent).toEqual(values)
  const notes = view(runId)
    .steps.at(-1)
    ?.computed.map(({ note }) => note)
  expect(notes, 'a form gives it back as it was').not.toContain('entered manually')
})

test('an edited value of a computed answer is sent, and secret ones are shown as marks', async () => {
  const runId = await waitingForProof()
  const values = await under.runs.compute(runId)
  expect(values['PASSWORD_CLAIM_SIGNATURE']).toMatch(/^‹signature [0-9a-f]+›$/)
  const TIMESTAMP = 'Thu Jan 1 00:00:01 UTC 1970'
  await under.runs.answer(runId, { TIMESTAMP }, {})
  expect(await under.stopped(runId, 1)).toMatchObject({ outcome: 'refused' })
  const step = view(runId).steps.at(-1)!
  expect(sentValues(step)).toMatchObject({ ...values, TIMESTAMP })
  expect(step.answer).toMatchObject({ message: 'Incorrect username or password.' })
  expect(step.computed.at(-1)).toMatchObject({ value: TIMESTAMP, note: 'entered manually' })
})

test('a fault chosen for a pending challenge is injected into its answer', async () => {
  const runId = await waitingForProof()
  await under.runs.answerAutomatically(runId, {}, 'wrong-proof')
  expect(await under.stopped(runId, 1)).toMatchObject({ outcome: 'refused' })
  expect(view(runId).steps.at(-1)?.fault).toBe('A wrong SRP signature')
})
