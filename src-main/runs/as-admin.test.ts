import { randomBytes } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { Secret } from '#engine/secret/secret.ts'
import type { SignInInput } from '#engine/sign-in/context.ts'
import { timeline } from '#engine/trace/timeline.ts'
import { exportTrace } from '#main/export/export-trace.ts'
import { openSender } from '#main/http/send-operation.ts'
import { nativeModPow } from '#main/srp/native-mod-pow.ts'
import { memoryTraceStore } from '#main/trace-store/memory-trace-store.ts'
import { startPracticeServer, type PracticeServer } from '#pool/practice-server.ts'
import { createRuns, type StartRun } from './runs.ts'

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
const password = Secret.of('password', 'Practice-Password-1!')

beforeAll(async () => {
  pool = await startPracticeServer({ modPow: nativeModPow })
})
afterEach(() => {
  vi.unstubAllEnvs()
})
afterAll(async () => {
  runs.close()
  sender.close()
  await pool.close()
})

async function signIn(
  flow: string,
  username: string,
  more: Partial<SignInInput> = { asAdmin: {} },
  credentials: StartRun['credentials'] = { kind: 'practice' },
) {
  const { clients, endpoint, region, userPoolId, users } = pool.describe()
  const { clientId = '', clientSecret = '' } = clients['server-secret'] ?? {}
  const totpSecret = users.find((user) => user.username === username)?.totpSecret
  const runId = runs.start({
    profileId: 'p',
    client: { userPoolId, clientId, clientSecret: Secret.of('client secret', clientSecret) },
    target: { profileName: 'Practice', region, userPoolId, clientId, endpoint, practice: true },
    region,
    endpoint,
    input: { flow, parameters: { USERNAME: username, PASSWORD: password }, ...more },
    credentials,
    known: { ...(totpSecret && { totpSecret: Secret.of('totp secret', totpSecret) }) },
    automatic: {},
    timeoutMs: 5000,
  })
  const view = () => timeline(runs.open(runId).events)
  await vi.waitFor(() => {
    expect(view().endedAt).toBeDefined()
  }, patience)
  return { runId, ...view() }
}
const calls = ({ steps }: Awaited<ReturnType<typeof signIn>>) =>
  steps.map(({ operation }) => operation)
const headers = ({ steps }: Awaited<ReturnType<typeof signIn>>) =>
  new Map(steps[0]?.attempts[0]?.requestHeaders.map(([name, value]) => [name.toLowerCase(), value]))

test.each(['ADMIN_USER_PASSWORD_AUTH', 'ADMIN_NO_SRP_AUTH'])(
  '%s stays unsendable though an administrator calls',
  async (flow) => {
    const done = await signIn(flow, 'alice')
    expect([done.state, calls(done)]).toEqual(['tokens', ['AdminInitiateAuth']])
  },
)

test('an administrator’s sign-in goes on as a client’s, or loses its challenge', async () => {
  const done = await signIn('USER_SRP_AUTH', 'totp-user')
  expect(done.state).toBe('tokens')
  const respond = 'AdminRespondToAuthChallenge'
  expect(calls(done)).toEqual(['AdminInitiateAuth', respond, respond])
})

test('an ADMIN_ flow is sent as a client’s, or unexplained', async () => {
  const done = await signIn('ADMIN_USER_PASSWORD_AUTH', 'alice', {})
  expect([done.state, done.steps]).toEqual(['not sent', []])
  expect(done.message).toContain('AdminInitiateAuth')
})

test('a client’s call is signed because credentials are at hand', async () => {
  const done = await signIn('USER_PASSWORD_AUTH', 'alice', {})
  expect(done.state).toBe('tokens')
  expect(headers(done).has('authorization')).toBe(false)
})

test('UserContextData goes out where an administrator’s call has ContextData', async () => {
  const done = await signIn('ADMIN_USER_PASSWORD_AUTH', 'alice', {
    asAdmin: {
      ServerName: 'shop.example',
      ServerPath: '/in',
      HttpHeaders: { Accept: 'text/html' },
    },
    userContextData: { IpAddress: '192.0.2.7' },
  })
  const body = JSON.parse(done.steps[0]?.attempts[0]?.requestBody ?? '') as object
  expect(body).toMatchObject({
    UserPoolId: 'us-east-1_Practice1',
    ContextData: {
      IpAddress: '192.0.2.7',
      ServerName: 'shop.example',
      ServerPath: '/in',
      HttpHeaders: [{ headerName: 'Accept', headerValue: 'text/html' }],
    },
  })
  expect(body).not.toHaveProperty('UserContextData')
})

test('AWS credentials stand in the open trace, or in a redacted export', async () => {
  vi.stubEnv('AWS_PROFILE', undefined)
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'ASIAKEYOFATEST000001')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret-key-of-a-test')
  vi.stubEnv('AWS_SESSION_TOKEN', 'session-token-of-a-test')
  const done = await signIn('ADMIN_USER_PASSWORD_AUTH', 'alice', { asAdmin: {} }, { kind: 'chain' })
  expect(done.state).toBe('tokens')
  expect(headers(done).get('authorization')).toMatch(/^‹header [0-9a-f]+›$/)
  expect(headers(done).get('x-amz-security-token')).toMatch(/^‹header [0-9a-f]+›$/)
  const stored = runs.stored(done.runId)
  for (const format of ['har', 'json'] as const) {
    const text = exportTrace(stored, { format, redacted: true })
    expect(text).not.toMatch(/ASIAKEYOFATEST000001|session-token-of-a-test|secret-key-of-a-test/)
  }
  const exact = exportTrace(stored, { format: 'har', redacted: false })
  expect(exact).toContain('session-token-of-a-test')
  expect(exact).not.toContain('secret-key-of-a-test')
})

test('without AWS credentials something is sent, or no sentence says what to do', async () => {
  for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_PROFILE'])
    vi.stubEnv(name, undefined)
  for (const name of ['AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE'])
    vi.stubEnv(name, '/nowhere')
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true')
  const profile = { kind: 'chain', profile: 'shop' } as const
  const done = await signIn('ADMIN_USER_PASSWORD_AUTH', 'alice', { asAdmin: {} }, profile)
  expect([done.state, done.steps[0]?.attempts]).toEqual(['failed', []])
  expect(done.steps[0]?.answer).toMatchObject({ kind: 'failed', code: 'credentials' })
  expect(done.message).toContain('aws configure --profile shop')
})
