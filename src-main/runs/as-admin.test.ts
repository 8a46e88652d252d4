import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { Secret } from '#engine/secret/secret.ts'
import type { SignInInput } from '#engine/wire/sign-in-input.ts'
import { timeline } from '#engine/trace/timeline.ts'
import { exportTrace } from '#main/export/export-trace.ts'
import type { ProfileRunRequest } from './run-dependencies.ts'
import { startRunsUnderTest, type RunsUnderTest } from './runs-under-test.ts'

let under: RunsUnderTest
beforeAll(async () => {
  under = await startRunsUnderTest()
})
afterEach(() => {
  vi.unstubAllEnvs()
})
afterAll(() => under.close())

async function signIn(
  flow: string,
  input: Partial<SignInInput>,
  more: Partial<ProfileRunRequest> = {},
) {
  const parameters = {
    USERNAME: 'alice',
    PASSWORD: Secret.of('password', 'Practice-Password-1!'),
  }
  const runId = under.start('server-secret', { flow, parameters, ...input }, more)
  await under.stopped(runId)
  return { runId, ...timeline(under.eventsOf(runId)) }
}
const headers = ({ steps }: Awaited<ReturnType<typeof signIn>>) =>
  new Map(steps[0]?.attempts[0]?.requestHeaders.map(([name, value]) => [name.toLowerCase(), value]))

test('an ADMIN_ flow without an administrator is not sent, and explained', async () => {
  const done = await signIn('ADMIN_USER_PASSWORD_AUTH', {})
  expect([done.state, done.steps]).toEqual(['not sent', []])
  expect(done.message).toContain('AdminInitiateAuth')
})

test('a client’s call is not signed, even when credentials are available', async () => {
  const done = await signIn('USER_PASSWORD_AUTH', {})
  expect(done.state).toBe('tokens')
  expect(headers(done).has('authorization')).toBe(false)
})

test('an administrator’s call has ContextData instead of UserContextData', async () => {
  const done = await signIn('ADMIN_USER_PASSWORD_AUTH', {
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

test('no AWS credentials are in plain text in a trace or in a redacted export', async () => {
  vi.stubEnv('AWS_PROFILE', undefined)
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'ASIAKEYOFATEST000001')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret-key-of-a-test')
  vi.stubEnv('AWS_SESSION_TOKEN', 'session-token-of-a-test')
  const credentials = { kind: 'chain' } as const
  const done = await signIn('ADMIN_USER_PASSWORD_AUTH', { asAdmin: {} }, { credentials })
  expect(done.state).toBe('tokens')
  expect(headers(done).get('authorization')).toMatch(/^‹header [0-9a-f]+›$/)
  expect(headers(done).get('x-amz-security-token')).toMatch(/^‹header [0-9a-f]+›$/)
  const stored = await under.runs.stored(done.runId)
  for (const format of ['har', 'json'] as const) {
    const text = exportTrace(stored, { format, redacted: true })
    expect(text).not.toMatch(/ASIAKEYOFATEST000001|session-token-of-a-test|secret-key-of-a-test/)
  }
  const exact = exportTrace(stored, { format: 'har', redacted: false })
  expect(exact).toContain('session-token-of-a-test')
  expect(exact).not.toContain('secret-key-of-a-test')
})

test('without AWS credentials nothing is sent, and the message says what to do', async () => {
  for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_PROFILE'])
    vi.stubEnv(name, undefined)
  for (const name of ['AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE'])
    vi.stubEnv(name, '/nowhere')
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true')
  const credentials = { kind: 'chain', profile: 'shop' } as const
  const done = await signIn('ADMIN_USER_PASSWORD_AUTH', { asAdmin: {} }, { credentials })
  expect([done.state, done.steps[0]?.attempts]).toEqual(['failed', []])
  expect(done.steps[0]?.answer).toMatchObject({ kind: 'failed', code: 'credentials' })
  expect(done.message).toContain('aws configure --profile shop')
})
