import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { reveal, Secret } from '#engine/secret/secret.ts'
import type { WireValues } from '#engine/sign-in/context.ts'
import { timeline } from '#engine/trace/timeline.ts'
import { totpCode, totpStep } from '#engine/totp/totp.ts'
import { openSender } from '#main/http/send-operation.ts'
import { nativeModPow } from '#main/srp/native-mod-pow.ts'
import { memoryTraceStore } from '#main/trace-store/memory-trace-store.ts'
import { startPracticeServer, type PracticeServer } from '#pool/practice-server.ts'
import { createRuns } from './runs.ts'

/** A busy machine makes RSA keys and loads the SDK slowly. */
const patience = { timeout: 15_000, interval: 10 }
vi.setConfig({ testTimeout: 20_000 })

let pool: PracticeServer
const sender = openSender()
const runs = createRuns({
  ports: { modPow: nativeModPow, randomBytes, now: Date.now },
  send: sender.send,
  store: memoryTraceStore(),
  application: 'Authscope 0.0.0',
})
const password = Secret.of('text', 'Practice-Password-1!')

beforeAll(async () => {
  pool = await startPracticeServer({ modPow: nativeModPow })
})
beforeEach(() => {
  pool.reset()
})
afterAll(async () => {
  runs.close()
  sender.close()
  await pool.close()
})

function start(clientName: string, flow: string, parameters: WireValues): string {
  const { endpoint, pools } = pool.describe()
  const found = pools.find(({ clients }) => clients[clientName] !== undefined)
  const { region = '', userPoolId = '' } = found ?? {}
  const clientId = found?.clients[clientName]?.clientId ?? ''
  return runs.start({
    profileId: 'p',
    client: { userPoolId, clientId },
    target: { profileName: 'Practice', region, userPoolId, clientId, endpoint, practice: true },
    region,
    endpoint,
    input: { flow, parameters },
    known: {},
    automatic: {},
    timeoutMs: 5000,
  })
}

const view = (runId: string) => timeline(runs.open(runId).events)
const until = (runId: string, state: string) =>
  vi.waitFor(() => {
    expect(view(runId).state).toBe(state)
  }, patience)
/** Waits for a challenge, and answers it. */
async function answer(runId: string, challenge: string, answers: WireValues): Promise<void> {
  await vi.waitFor(() => {
    const last = view(runId).steps.at(-1)
    expect([last?.status, last?.challenge]).toEqual(['waiting', challenge])
  }, patience)
  runs.answer(runId, answers, {})
}
const calls = (runId: string) =>
  view(runId).steps.map(({ challenge, operation }) => challenge ?? operation)
const codeSent = () => Secret.of('text', pool.outbox().at(-1)?.code ?? '')

test.each([
  ['PASSWORD', ['InitiateAuth']],
  ['PASSWORD_SRP', ['InitiateAuth', 'PASSWORD_VERIFIER']],
])('USER_AUTH does not reach tokens preferring %s', async (PREFERRED_CHALLENGE, steps) => {
  const USERNAME = 'choice-user'
  const parameters = { USERNAME, PREFERRED_CHALLENGE, PASSWORD: password }
  const runId = start('choice', 'USER_AUTH', parameters)
  await until(runId, 'tokens')
  expect(calls(runId)).toEqual(steps)
})

test.each([
  [{ ANSWER: 'PASSWORD', PASSWORD: password }, []],
  [{ ANSWER: 'PASSWORD_SRP', PASSWORD: password }, ['PASSWORD_VERIFIER']],
] as const)(
  'a password chosen from AvailableChallenges is lost on the way',
  async (chosen, more) => {
    const runId = start('choice', 'USER_AUTH', { USERNAME: 'choice-user' })
    await answer(runId, 'SELECT_CHALLENGE', chosen)
    await until(runId, 'tokens')
    expect(calls(runId)).toEqual(['InitiateAuth', 'SELECT_CHALLENGE', ...more])
    const sent = view(runId).steps[1]?.attempts[0]?.requestBody ?? ''
    expect(sent.includes('"PASSWORD":')).toBe(chosen.ANSWER === 'PASSWORD')
  },
)

test.each(['PASSWORD', 'PASSWORD_SRP'])('%s cannot be answered by hand', async (challenge) => {
  // An SRP_A that is given empty is left out, so that the challenge for it comes.
  const parameters = { USERNAME: 'choice-user', PREFERRED_CHALLENGE: challenge, SRP_A: '' }
  const runId = start('choice', 'USER_AUTH', parameters)
  await answer(runId, challenge, { PASSWORD: password })
  await until(runId, 'tokens')
})

test.each([
  ['EMAIL_OTP', 'code-user'],
  ['SMS_OTP', 'choice-user'],
])('%s as first factor is not asked with what is available', async (challenge, USERNAME) => {
  const runId = start('choice', 'USER_AUTH', { USERNAME })
  await answer(runId, 'SELECT_CHALLENGE', { ANSWER: challenge })
  await vi.waitFor(() => {
    expect(view(runId).steps.at(-1)?.status).toBe('waiting')
  }, patience)
  expect(view(runId).steps[1]?.asked?.available).toContain(challenge)
  await answer(runId, challenge, { [`${challenge}_CODE`]: codeSent() })
  await until(runId, 'tokens')
})

test('an e-mailed second factor does not follow the password', async () => {
  const parameters = { USERNAME: 'email-mfa-user', PASSWORD: password }
  const runId = start('choice', 'USER_SRP_AUTH', parameters)
  await vi.waitFor(() => {
    expect(view(runId).state).toBe('waiting')
  }, patience)
  await answer(runId, 'EMAIL_OTP', { EMAIL_OTP_CODE: codeSent() })
  await until(runId, 'tokens')
})

test.each([
  [{}, []],
  [{ CHALLENGE_NAME: 'SRP_A', PASSWORD: password }, ['PASSWORD_VERIFIER']],
])('CUSTOM_AUTH loses the session of a wrong round', async (more, before) => {
  const runId = start('custom', 'CUSTOM_AUTH', { USERNAME: 'choice-user', ...more })
  await answer(runId, 'CUSTOM_CHALLENGE', { ANSWER: 'wrong' })
  await vi.waitFor(() => {
    expect(view(runId).steps.at(-1)?.asked?.parameters['question']).toBe('What is 2 + 4?')
  }, patience)
  await answer(runId, 'CUSTOM_CHALLENGE', { ANSWER: '6' })
  await until(runId, 'tokens')
  expect(calls(runId)).toEqual(['InitiateAuth', ...before, 'CUSTOM_CHALLENGE', 'CUSTOM_CHALLENGE'])
})

const setUp = () =>
  start('email-public', 'USER_SRP_AUTH', {
    USERNAME: 'mfa-setup-user@example.com',
    PASSWORD: password,
  })
const operations = (runId: string) => view(runId).steps.map(({ operation }) => operation)

test('the set-up of an authenticator shows its secret openly, or runs by itself', async () => {
  const runId = setUp()
  await vi.waitFor(() => {
    expect(view(runId).state).toBe('waiting')
  }, patience)
  const made = view(runId).steps.at(-1)?.made ?? []
  expect(made.map(({ name }) => name)).toEqual(['secret', 'otpauth URI'])
  const [secret] = made.map(({ value }) => runs.secret(runId, value))
  const text = secret ? reveal(secret) : ''
  expect(text).toMatch(/^[A-Z2-7]{52}$/)
  expect(JSON.stringify(runs.open(runId).events)).not.toContain(text)

  await answer(runId, 'MFA_SETUP', { UserCode: '000000' })
  await vi.waitFor(() => {
    expect(view(runId).steps.at(-1)?.asked?.again).toBe(true)
  }, patience)
  const code = totpCode(text, totpStep(Date.now()))
  await answer(runId, 'MFA_SETUP', { UserCode: Secret.of('text', code) })
  await until(runId, 'tokens')
  expect(operations(runId).slice(2)).toEqual([
    'AssociateSoftwareToken',
    'VerifySoftwareToken',
    'VerifySoftwareToken',
    'RespondToAuthChallenge',
  ])
})

test('the first code of an authenticator cannot be computed on request', async () => {
  const runId = setUp()
  await until(runId, 'waiting')
  await runs.answerAutomatically(runId, { tenant: 'blue' })
  await until(runId, 'tokens')
  const body = view(runId).steps.at(-1)?.attempts[0]?.requestBody ?? ''
  expect(JSON.parse(body)).toMatchObject({ ClientMetadata: { tenant: 'blue' } })
  expect(operations(runId).slice(-2)).toEqual(['VerifySoftwareToken', 'RespondToAuthChallenge'])
})

test.each(['ADMIN_USER_PASSWORD_AUTH', 'ADMIN_NO_SRP_AUTH'])('%s is sent', async (flow) => {
  const runId = start('choice', flow, { USERNAME: 'choice-user', PASSWORD: password })
  await until(runId, 'not sent')
  expect(view(runId).message).toContain('AdminInitiateAuth')
  expect(view(runId).steps).toEqual([])
})
