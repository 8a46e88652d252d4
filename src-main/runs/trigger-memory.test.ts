import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Secret } from '#engine/secret/secret.ts'
import { toHar } from '#engine/export/har.ts'
import { redactTrace } from '#engine/export/redact.ts'
import { timeline } from '#engine/trace/timeline.ts'
import { openSender } from '#main/http/send-operation.ts'
import { nativeModPow } from '#main/srp/native-mod-pow.ts'
import { memoryTraceStore } from '#main/trace-store/memory-trace-store.ts'
import { startPracticeServer, type PracticeServer } from '#pool/practice-server.ts'
import { createRuns, type Runs } from './runs.ts'
import { triggerMemory } from './trigger-memory.ts'

const sender = openSender()
let pool: PracticeServer
let runs: Runs
let ended = () => {}

beforeAll(async () => {
  pool = await startPracticeServer({ modPow: nativeModPow })
  runs = createRuns({
    ports: { modPow: nativeModPow, randomBytes, now: Date.now },
    send: sender.send,
    store: memoryTraceStore(),
    application: 'Authscope 0.0.0',
    triggersOf: triggerMemory(pool),
    observers: [
      {
        event: (_, { type }) => {
          if (type === 'ended') ended()
        },
      },
    ],
  })
})
afterAll(async () => {
  await runs.close()
  sender.close()
  await pool.close()
})

async function signIn(): Promise<string> {
  const { clients, endpoint, region, userPoolId } = pool.describe()
  const { clientId } = clients['web-public'] ?? { clientId: '' }
  const password = Secret.of('password', 'Practice-Password-1!')
  const over = new Promise<void>((resolve) => {
    ended = resolve
  })
  const runId = runs.start({
    profileId: 'p',
    client: { userPoolId, clientId },
    target: { profileName: 'Practice', region, userPoolId, clientId, endpoint, practice: true },
    region,
    endpoint,
    known: {},
    automatic: {},
    timeoutMs: 5000,
    input: {
      flow: 'USER_PASSWORD_AUTH',
      parameters: { USERNAME: 'alice', PASSWORD: password },
      clientMetadata: { from: 'a-person' },
    },
  })
  await over
  return runId
}

it('has each trigger in the step that ran it, and nothing secret or personal in an export', async () => {
  const { userPoolId } = pool.describe()
  const source = `exports.handler = (event) => {
    console.log(event.request.userAttributes.email)
    return event
  }`
  await pool.setTrigger(userPoolId, 'PreAuthentication', source)
  await pool.setTrigger(userPoolId, 'PreTokenGeneration', 'exports.handler = 1')
  const trace = await runs.open(await signIn())
  const [step] = timeline(trace.events).steps
  expect(step?.status).toBe('refused')
  expect(step?.triggers).toMatchObject([
    { triggerSource: 'PreAuthentication_Authentication', console: ['alice@example.com'] },
    {
      triggerSource: 'TokenGeneration_Authentication',
      refusal: { error: 'UnexpectedLambdaException' },
    },
  ])
  const exported = redactTrace(trace, randomBytes(16))
  const readable = JSON.stringify(exported) + toHar(exported)
  expect(readable).not.toMatch(/alice|a-person/)
  expect(readable).toContain('TokenGeneration_Authentication')
})

it('keeps the triggers of two sign-ins apart', async () => {
  pool.reset()
  await pool.setTrigger(
    pool.describe().userPoolId,
    'PreAuthentication',
    'exports.handler = (e) => e',
  )
  const first = await signIn()
  await signIn()
  expect(
    timeline((await runs.open(first)).events).steps.map(({ triggers }) => triggers.length),
  ).toEqual([1])
})
