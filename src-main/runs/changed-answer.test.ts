// An answer that was computed and then changed, or spoiled on purpose, while its challenge waits.
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { Secret } from '#engine/secret/secret.ts'
import { timeline, type TimelineStep } from '#engine/trace/timeline.ts'
import { openSender } from '#main/http/send-operation.ts'
import { nativeModPow } from '#main/srp/native-mod-pow.ts'
import { memoryTraceStore } from '#main/trace-store/memory-trace-store.ts'
import { startPracticeServer, type PracticeServer } from '#pool/practice-server.ts'
import { createRuns } from './runs.ts'

vi.setConfig({ testTimeout: 20_000 })

let pool: PracticeServer
const sender = openSender()
const runs = createRuns({
  ports: { modPow: nativeModPow, randomBytes, now: Date.now },
  send: sender.send,
  store: memoryTraceStore(),
  application: 'Authscope 0.0.0',
})

beforeAll(async () => {
  pool = await startPracticeServer({ modPow: nativeModPow })
})
afterAll(async () => {
  runs.close()
  sender.close()
  await pool.close()
})

const view = (runId: string) => timeline(runs.open(runId).events)
const until = (runId: string, state: string) =>
  vi.waitFor(() => {
    expect(view(runId).state).toBe(state)
  }, 10_000)

/** A sign-in by SRP in which nothing is answered by itself, up to its proof. */
async function waitingForProof(): Promise<string> {
  const { endpoint, pools } = pool.describe()
  const { clients, region, userPoolId, users } = pools[0]!
  const { clientId } = clients['web-public']!
  const alice = users.find(({ username }) => username === 'alice')!
  const runId = runs.start({
    ...{ profileId: 'p', region, endpoint, client: { userPoolId, clientId }, known: {} },
    target: { profileName: 'Practice', region, userPoolId, clientId, endpoint, practice: true },
    input: {
      flow: 'USER_SRP_AUTH',
      parameters: { USERNAME: 'alice', PASSWORD: Secret.of('password', alice.password) },
    },
    automatic: { srp: false },
    timeoutMs: 5000,
  })
  await until(runId, 'waiting')
  return runId
}

const sentValues = ({ attempts }: TimelineStep) =>
  (JSON.parse(attempts[0]?.requestBody ?? '{}') as { ChallengeResponses: Record<string, string> })
    .ChallengeResponses

test('a computed answer that nothing was changed in does not go out as it was computed', async () => {
  const runId = await waitingForProof()
  const values = await runs.compute(runId)
  expect(view(runId).state, 'nothing is sent yet').toBe('waiting')
  runs.answer(runId, {}, {})
  await until(runId, 'tokens')
  const { USERNAME: _by, ...sent } = sentValues(view(runId).steps.at(-1)!)
  expect(sent).toEqual(values)
})

test('a value of a computed answer stands open, or goes out unchanged', async () => {
  const runId = await waitingForProof()
  const values = await runs.compute(runId)
  expect(values['PASSWORD_CLAIM_SIGNATURE']).toMatch(/^‹signature [0-9a-f]+›$/)
  const TIMESTAMP = 'Thu Jan 1 00:00:01 UTC 1970'
  runs.answer(runId, { TIMESTAMP }, {})
  await until(runId, 'refused')
  const step = view(runId).steps.at(-1)!
  expect(sentValues(step)).toMatchObject({ ...values, TIMESTAMP })
  expect(step.answer).toMatchObject({ message: 'Incorrect username or password.' })
  expect(step.made.at(-1)).toMatchObject({ value: TIMESTAMP, note: 'given by hand' })
})

test('a mistake that is chosen for a waiting challenge is not made in its answer', async () => {
  const runId = await waitingForProof()
  await runs.answerAutomatically(runId, {}, 'wrong-proof')
  await until(runId, 'refused')
  expect(view(runId).steps.at(-1)?.mistake).toBe('A wrong SRP signature')
})
