import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { requestFaults } from '#engine/catalogue/fault-injection/index.ts'
import { Secret } from '#engine/secret/secret.ts'
import type { WireValues } from '#engine/wire/wire-values.ts'
import type { TraceEvent } from '#engine/trace/event.ts'
import { timeline } from '#engine/trace/timeline.ts'
import { openSender } from '#main/http/send-operation.ts'
import { nativeModPow } from '#main/srp/native-mod-pow.ts'
import { memoryTraceStore } from '#main/trace-store/memory-trace-store.ts'
import { startPracticeServer, type PracticeServer } from '#pool/practice-server.ts'
import { createRuns } from './runs.ts'

vi.setConfig({ testTimeout: 30_000 })

let pool: PracticeServer
const sender = openSender()
const heard = new Map<string, (event: TraceEvent) => void>()
const runs = createRuns({
  ports: { modPow: nativeModPow, randomBytes, now: Date.now },
  send: sender.send,
  store: memoryTraceStore(),
  application: 'Authscope 0.0.0',
  observers: [{ event: (runId, event) => heard.get(runId)?.(event) }],
})

beforeAll(async () => {
  pool = await startPracticeServer({ modPow: nativeModPow })
})
afterAll(async () => {
  await runs.close()
  sender.close()
  await pool.close()
})

interface Provoked {
  /** Title of the fault on the timeline. */
  readonly title: string | undefined
  readonly refusal: string
  /** The session of each step. */
  readonly sessions: readonly (string | undefined)[]
}

/** Signs in with a fault, answers what is asked, and gives the fault's call and its refusal. */
function provoked(
  client: string,
  username: string,
  fault: string,
  inputs: WireValues = {},
  flow = 'USER_SRP_AUTH',
): Promise<Provoked> {
  const { clients, region, userPoolId, users } = pool
    .describe()
    .pools.find((one) => one.clients[client])!
  const { clientId, clientSecret } = clients[client]!
  const user = users.find((one) => one.username === username)!
  const runId = runs.start({
    profileId: 'p',
    region,
    endpoint: pool.endpoint,
    client: {
      userPoolId,
      clientId,
      ...(clientSecret !== undefined && { clientSecret: Secret.of('client secret', clientSecret) }),
    },
    target: {
      profileName: 'Practice',
      region,
      userPoolId,
      clientId,
      endpoint: pool.endpoint,
      practice: true,
    },
    input: {
      flow,
      parameters: { USERNAME: username, PASSWORD: Secret.of('password', user.password), ...inputs },
    },
    known: user.totpSecret ? { totpSecret: Secret.of('totp secret', user.totpSecret) } : {},
    automatic: {},
    timeoutMs: 15_000,
    fault,
  })
  return new Promise((resolve) => {
    let title: string | undefined
    const events: TraceEvent[] = []
    const sessions = () => timeline(events).steps.map(({ session }) => session)
    heard.set(runId, (event) => {
      events.push(event)
      if (event.type === 'sent') title ??= event.fault
      if (event.type === 'prompted' && !event.again)
        void runs.answer(
          runId,
          answers[event.challenge] ?? {
            [`${event.challenge}_CODE`]: pool.outbox().at(-1)?.code ?? '',
          },
          {},
        )
      if (event.type !== 'answered' || event.answer.kind !== 'refused') {
        if (event.type === 'ended') resolve({ title, refusal: event.outcome, sessions: sessions() })
        return
      }
      resolve({
        title,
        refusal: `${event.answer.error}: ${event.answer.message}`,
        sessions: sessions(),
      })
    })
  })
}

/** What is answered without a code. */
const answers: Readonly<Record<string, WireValues>> = {
  SELECT_MFA_TYPE: { ANSWER: 'SMS_MFA' },
  NEW_PASSWORD_REQUIRED: {
    NEW_PASSWORD: Secret.of('password', 'Better-Password-2!'),
    'userAttributes.name': 'Temporary User',
  },
}

/** A sign-in in which each fault has its place. */
const journeys: Readonly<Record<string, Parameters<typeof provoked>>> = {
  'wrong-proof': ['web-public', 'alice', 'wrong-proof'],
  'timestamp-in-another-language': ['web-public', 'alice', 'timestamp-in-another-language'],
  'srp-a-of-zero': ['web-public', 'alice', 'srp-a-of-zero'],
  'alias-instead-of-user-id': [
    'email-public',
    'email-user@example.com',
    'alias-instead-of-user-id',
  ],
  'no-secret-hash': ['server-secret', 'alice', 'no-secret-hash'],
  'secret-hash-over-alias': ['email-secret', 'email-user@example.com', 'secret-hash-over-alias'],
  'wrong-client-secret': ['server-secret', 'alice', 'wrong-client-secret'],
  'wrong-code': ['web-public', 'totp-user', 'wrong-code'],
  'code-of-another-factor': ['web-public', 'totp-user', 'code-of-another-factor'],
  'other-factor': ['web-public', 'totp-user', 'other-factor'],
  'email-mfa-as-name': ['choice', 'email-mfa-user', 'email-mfa-as-name'],
  'attributes-sent-back': ['web-public', 'temporary-password-user', 'attributes-sent-back'],
  'no-session': ['web-public', 'totp-user', 'no-session'],
  'spent-session': ['web-public', 'choose-mfa-user', 'spent-session'],
  'cut-refresh-token': [
    'web-public',
    'alice',
    'cut-refresh-token',
    { REFRESH_TOKEN: Secret.of('refresh token', `eyJ.${'a'.repeat(60)}.b`) },
    'REFRESH_TOKEN_AUTH',
  ],
}

test('every fault in the list has a sign-in here', () => {
  expect(Object.keys(journeys).sort()).toEqual([...requestFaults.keys()].sort())
})

test.each(Object.entries(journeys))('%s leads to the refusal that it names', async (name, way) => {
  const fault = requestFaults.get(name)!
  const { refusal, title } = await provoked(...way)
  expect(title, 'the fault on the timeline').toBe(fault.title)
  const [exception = '', ...text] = fault.provokes.split(': ')
  expect(refusal).toMatch(new RegExp(`^${exception}: `))
  // The pool's own text names the client where the promise leaves it out.
  expect(refusal.replace(/Client \w+/, 'Client')).toContain(text.join(': '))
})

test('a sign-in without a fault has no fault on its timeline', async () => {
  expect(await provoked('web-public', 'alice', '')).toMatchObject({
    title: undefined,
    refusal: 'tokens',
  })
})

test('the timeline has the session that a fault put into the call, or none where it took it out', async () => {
  const used = await provoked(...journeys['spent-session']!)
  const [first, second, third, fourth] = used.sessions
  expect([first, second]).toEqual([undefined, undefined])
  expect(third).toBeDefined()
  expect(fourth).toBe(third)
  const { sessions } = await provoked(...journeys['no-session']!)
  expect(sessions.at(-1)).toBeUndefined()
})
