import { randomBytes } from 'node:crypto'
import { createServer as createHttpServer } from 'node:http'
import { createServer, type AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { reveal as revealed, Secret } from '#engine/secret/secret.ts'
import type { WireValues } from '#engine/wire/wire-values.ts'
import type { TraceEvent } from '#engine/trace/event.ts'
import { timeline } from '#engine/trace/timeline.ts'
import { openSender } from '#main/http/send-operation.ts'
import { nativeModPow } from '#main/srp/native-mod-pow.ts'
import { memoryTraceStore } from '#main/trace-store/memory-trace-store.ts'
import { startPracticeServer, type PracticeServer } from '#pool/practice-server.ts'
import { createRuns } from './runs.ts'
import type { ProfileRunRequest } from './run-dependencies.ts'

/** A busy machine makes RSA keys and loads the SDK slowly. */
const patience = { timeout: 15_000, interval: 10 }
vi.setConfig({ testTimeout: 20_000 })

let pool: PracticeServer
/** Added to the pool's clock. */
let later = 0
const sender = openSender()
const events = new Map<string, TraceEvent[]>()
const runs = createRuns({
  ports: { modPow: nativeModPow, randomBytes, now: Date.now },
  send: sender.send,
  store: memoryTraceStore(),
  application: 'Authscope 0.0.0',
  observers: [{ event: (id, event) => events.set(id, [...(events.get(id) ?? []), event]) }],
})

beforeAll(async () => {
  pool = await startPracticeServer({ now: () => Date.now() + later, modPow: nativeModPow })
})
afterAll(async () => {
  await runs.close()
  sender.close()
  await pool.close()
})
interface Options extends Partial<Omit<ProfileRunRequest, 'input' | 'client'>> {
  readonly flow?: string
  readonly client?: string
  readonly parameters?: WireValues
}

function start(
  username: string,
  { client = 'web-public', flow, parameters, ...more }: Options = {},
  through = runs,
) {
  const { clients, endpoint, region, userPoolId, users } = pool.describe()
  const { clientId, clientSecret } = clients[client] ?? { clientId: '' }
  const user = users.find((one) => one.username === username)
  return through.start({
    profileId: 'p',
    client: {
      userPoolId,
      clientId,
      ...(clientSecret !== undefined && { clientSecret: Secret.of('client secret', clientSecret) }),
    },
    target: { profileName: 'Practice', region, userPoolId, clientId, endpoint, practice: true },
    region,
    endpoint,
    input: {
      flow: flow ?? 'USER_SRP_AUTH',
      parameters: parameters ?? {
        USERNAME: username,
        PASSWORD: Secret.of('text', user?.password ?? 'Wrong-Password-1!'),
      },
    },
    known: {
      ...(user?.totpSecret !== undefined && {
        totpSecret: Secret.of('totp secret', user.totpSecret),
      }),
    },
    automatic: { srp: true, totp: true },
    timeoutMs: 5000,
    ...more,
  })
}

const view = (runId: string) => timeline(events.get(runId) ?? [])
const until = (runId: string, state: string) =>
  vi.waitFor(() => {
    expect(view(runId).state).toBe(state)
  }, patience)
const pending = (runId: string) =>
  (events.get(runId) ?? []).filter((one) => one.type === 'prompted')
const codeSent = () => Secret.of('text', pool.outbox().at(-1)?.code ?? '')

test.each([
  ['USER_SRP_AUTH', 'web-public', ['PASSWORD_VERIFIER']],
  ['USER_SRP_AUTH', 'server-secret', ['PASSWORD_VERIFIER']],
  ['USER_PASSWORD_AUTH', 'web-public', []],
  ['USER_PASSWORD_AUTH', 'server-secret', []],
])('%s gets tokens with %s', async (flow, client, challenges) => {
  const runId = start('alice', { flow, client })
  await until(runId, 'tokens')
  const { steps } = view(runId)
  expect(steps.flatMap(({ challenge }) => challenge ?? [])).toEqual(challenges)
  expect((await runs.tokens(runId)).map(({ use }) => use)).toEqual(['id', 'access', 'refresh'])
  expect((await runs.open(runId)).run).toMatchObject({
    state: 'tokens',
    calls: challenges.length + 1,
  })
})

test('a code that Authscope can compute is not asked for, and its computation is shown', async () => {
  const runId = start('totp-user')
  await until(runId, 'tokens')
  expect(pending(runId)).toEqual([])
  const computed = view(runId).steps.map((step) => step.computed.map(({ name }) => name))
  expect(computed[0]).toEqual(['N', 'g', 'a', 'A'])
  expect(computed[1]).toContain('signature')
  expect(computed[2]).toEqual(['secret', 'step', 'code'])
})

test('a wrong code can be replaced by another in the same session', async () => {
  const runId = start('sms-user')
  await until(runId, 'waiting')
  await runs.answer(runId, { SMS_MFA_CODE: Secret.of('text', '000000') }, {})
  await vi.waitFor(() => {
    expect(pending(runId)).toHaveLength(2)
  }, patience)
  const [first, second] = pending(runId)
  expect(second).toMatchObject({
    again: true,
    session: first?.session,
    sessionAt: first?.sessionAt,
  })
  await runs.answer(runId, { SMS_MFA_CODE: codeSent() }, {})
  await until(runId, 'tokens')
})

test('a refused automatic answer is sent once', async () => {
  const runId = start('totp-user', {
    known: { totpSecret: Secret.of('totp secret', 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ') },
  })
  await until(runId, 'waiting')
  expect(pending(runId)).toHaveLength(1)
  expect(pending(runId)[0]).toMatchObject({
    again: true,
    notComputable: expect.stringContaining('rejected'),
  })
  runs.cancel(runId)
  await until(runId, 'cancelled')
})

test('a new password and the choice of a factor can be answered manually', async () => {
  const first = start('temporary-password-user')
  await until(first, 'waiting')
  const answers = { NEW_PASSWORD: Secret.of('text', 'Better-Password-2!') }
  await runs.answer(first, { ...answers, 'userAttributes.name': 'Grace' }, {})
  await until(first, 'tokens')

  const second = start('choose-mfa-user')
  await until(second, 'waiting')
  await runs.answer(second, { ANSWER: 'SMS_MFA' }, {})
  await vi.waitFor(() => {
    expect(pending(second)).toHaveLength(2)
  }, patience)
  await runs.answer(second, { SMS_MFA_CODE: codeSent() }, {})
  await until(second, 'tokens')
})

test('an automatic answer that is off is not sent, and can be computed on request', async () => {
  const runId = start('alice', { automatic: { srp: false, totp: false } })
  await until(runId, 'waiting')
  expect(pending(runId)[0]?.notComputable).toContain('off')
  await runs.answerAutomatically(runId, {})
  await until(runId, 'tokens')
  expect(view(runId).steps[1]?.by, 'who asked for it').toBe('person')
  await expect(runs.answerAutomatically(runId, {})).rejects.toThrow('ended')
})

test('a call with the tokens of a sign-in is a step of its trace', async () => {
  const runId = start('alice')
  const request = { operation: 'GetUser', input: { AccessToken: 'x' } } as const
  await expect(runs.call(runId, request)).rejects.toThrow('Finish or cancel')
  await until(runId, 'tokens')
  const accessToken = (await runs.tokens(runId)).find(({ use }) => use === 'access')!.token
  const answer = await runs.call(runId, { ...request, input: { AccessToken: accessToken } })
  expect(answer).toMatchObject({ kind: 'accepted', members: { Username: 'alice' } })
  await vi.waitFor(() => {
    expect(view(runId).steps.at(-1)).toMatchObject({ operation: 'GetUser', status: 'done' })
  }, patience)
  expect(view(runId).state).toBe('tokens')
  expect(JSON.stringify(events.get(runId))).not.toContain(revealed(accessToken))
  await expect(runs.call('unknown', request)).rejects.toThrow('history')
})

test('a wrong password is a result, not an exception', async () => {
  const runId = start('alice', {
    parameters: { USERNAME: 'alice', PASSWORD: Secret.of('text', 'Not-It-1!') },
  })
  await until(runId, 'refused')
  expect(view(runId).message).toBe('NotAuthorizedException: Incorrect username or password.')
})

test('an expired session is told apart from a wrong code', async () => {
  const runId = start('sms-user')
  await until(runId, 'waiting')
  later = 4 * 60_000
  await runs.answer(runId, { SMS_MFA_CODE: codeSent() }, {})
  await until(runId, 'refused')
  later = 0
  expect(view(runId).message).toContain('session is expired')
})

test('cancelling aborts the call, and keeps what was recorded', async () => {
  const hanging = createServer()
  await new Promise<void>((fixture) => hanging.listen(0, '127.0.0.1', fixture))
  const { port } = hanging.address() as AddressInfo
  const runId = start('alice', { endpoint: `http://127.0.0.1:${String(port)}` })
  await until(runId, 'running')
  runs.cancel(runId)
  await until(runId, 'cancelled')
  hanging.close()
  expect(view(runId).steps[0]).toMatchObject({
    attempts: [{ failure: { code: 'cancelled' } }],
    answer: { kind: 'failed', code: 'cancelled' },
  })
})

test('a flow that the catalogue does not know is sent', async () => {
  const runId = start('alice', { flow: 'SOMETHING_NEW', parameters: { USERNAME: 'alice' } })
  await until(runId, 'refused')
})

test('tokens of a client with a secret can be refreshed', async () => {
  const first = start('alice', { client: 'server-secret' })
  await until(first, 'tokens')
  const last = await runs.lastRefreshToken('p', 'alice')
  expect(last?.owner).toBe('alice')
  const runId = start('alice', {
    client: 'server-secret',
    flow: 'REFRESH_TOKEN_AUTH',
    parameters: { USERNAME: 'alice', REFRESH_TOKEN: last?.token ?? '' },
  })
  await until(runId, 'tokens')
  expect((await runs.tokens(runId)).map(({ use }) => use)).toEqual(['id', 'access'])
})

test('a typed refresh token that worked is known to the next refresh', async () => {
  const first = start('alice')
  await until(first, 'tokens')
  const REFRESH_TOKEN = (await runs.lastRefreshToken('p', 'alice'))?.token ?? ''
  const elsewhere = { flow: 'REFRESH_TOKEN_AUTH', profileId: 'elsewhere' }
  const refused = start('alice', { ...elsewhere, parameters: { REFRESH_TOKEN: 'not-one' } })
  await until(refused, 'refused')
  expect(await runs.lastRefreshToken('elsewhere', 'alice')).toBeUndefined()
  const worked = start('alice', { ...elsewhere, parameters: { REFRESH_TOKEN } })
  await until(worked, 'tokens')
  const known = (await runs.lastRefreshToken('elsewhere', 'alice'))?.token
  expect(known && revealed(known)).toBe(revealed(REFRESH_TOKEN as Secret))
})

test('tokens of a sign-in by alias are known under the real username', async () => {
  const { password = '' } = pool.describe().users.find(({ username }) => username === 'alice') ?? {}
  const runId = start('alice@example.com', {
    parameters: { USERNAME: 'alice@example.com', PASSWORD: Secret.of('password', password) },
  })
  await until(runId, 'tokens')
  expect((await runs.lastRefreshToken('p', 'alice'))?.owner).toBe('alice')
  expect(await runs.lastRefreshToken('p', 'bob')).toBeUndefined()
})

test('no event contains a secret in plain text', async () => {
  const canary = 'Canary-Pässword-"1!'
  const code = start('sms-user', { client: 'server-secret' })
  await until(code, 'waiting')
  const sent = pool.outbox().at(-1)?.code ?? ''
  await runs.answer(code, { SMS_MFA_CODE: Secret.of('text', sent) }, {})
  await until(code, 'tokens')
  const wrong = start('alice', {
    parameters: { USERNAME: 'alice', PASSWORD: canary },
    flow: 'USER_PASSWORD_AUTH',
  })
  await until(wrong, 'refused')

  const open = JSON.stringify([events.get(code), events.get(wrong)])
  const { clients, users } = pool.describe()
  const tokens = await runs.tokens(code)
  expect(tokens).toHaveLength(3)
  const ofCode = [...(await runs.stored(code)).secrets.values()]
  for (const { token } of tokens) expect(ofCode).toContain(token)
  const secrets = [...ofCode, ...(await runs.stored(wrong)).secrets.values()]
  expect(secrets.length).toBeGreaterThan(12)
  for (const secret of secrets)
    expect(open).not.toContain(JSON.stringify(revealed(secret)).slice(1, -1))
  for (const text of [sent, canary, clients['server-secret']?.clientSecret, users[0]?.password])
    expect(open).not.toContain(text)
})

test('an old sign-in is found, and a deleted one can be restored', async () => {
  const runId = start('alice')
  await until(runId, 'tokens')
  const found = async (text: string) =>
    runs.page({ filter: { kind: 'contains', column: 'searched', text }, limit: 10 })
  expect((await found('alice'))[0]).toMatchObject({ runId, state: 'tokens' })
  expect(await found('nobody')).toEqual([])
  await runs.delete([runId])
  expect((await found('')).map((run) => run.runId)).not.toContain(runId)
  await expect(runs.open(runId)).rejects.toThrow('no longer in the history')
  await runs.restore([runId])
  expect((await found(''))[0]?.runId).toBe(runId)
  expect((await runs.open(runId)).events.at(-1)?.type).toBe('ended')
})

test('a bug of Authscope ends the sign-in as failed', async () => {
  const faulty = createRuns({
    ports: { modPow: nativeModPow, randomBytes, now: Date.now },
    send: () => Promise.reject(new RangeError('Canary in a message')),
    store: memoryTraceStore(),
    application: 'Authscope 0.0.0',
    observers: [{ event: (id, event) => events.set(id, [...(events.get(id) ?? []), event]) }],
  })
  const runId = start('alice', {}, faulty)
  await until(runId, 'failed')
  expect(view(runId).message).toContain('RangeError')
  expect(JSON.stringify(events.get(runId))).not.toContain('Canary')
  await faulty.close()
})

test('a token in a truncated or non-JSON response is replaced by a mark', async () => {
  const token = `eyJ${'CanaryToken'.repeat(20)}`
  for (const [body, length] of [
    [`{"AuthenticationResult":{"AccessToken":"${token}`, 5000],
    [`<p>{"AccessToken":"${token}","IdToken":"${token}x"}`, undefined],
  ] as const) {
    const server = createHttpServer((_, response) => {
      response.writeHead(200, length === undefined ? {} : { 'content-length': length })
      response.write(body)
      setTimeout(() => response.destroy(), 20)
    })
    await new Promise<void>((fixture) => server.listen(0, '127.0.0.1', fixture))
    const { port } = server.address() as AddressInfo
    const runId = start('alice', {
      flow: 'USER_PASSWORD_AUTH',
      endpoint: `http://127.0.0.1:${String(port)}`,
    })
    await until(runId, 'failed')
    server.close()
    expect(JSON.stringify(events.get(runId))).not.toContain('CanaryToken')
  }
})
