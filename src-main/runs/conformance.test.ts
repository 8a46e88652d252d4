// The cases of the engine alone, once more: by the application's own runs, over real HTTP.
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { randomBytes } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Automatic } from '#engine/catalogue/define-challenge.ts'
import { challenges } from '#engine/catalogue/challenges/index.ts'
import { Secret } from '#engine/secret/secret.ts'
import type { OpenAnswer, TraceEvent } from '#engine/trace/event.ts'
import { openSender } from '#main/http/send-operation.ts'
import { nativeModPow } from '#main/srp/native-mod-pow.ts'
import { memoryTraceStore } from '#main/trace-store/memory-trace-store.ts'
import { clientOf } from '#pool/conformance/play.ts'
import { conformancePools } from '#pool/conformance/pools.ts'
import {
  breakSomething,
  expectedOf,
  resolved,
  type CaseStep,
  type Injected,
  type SignInCase,
  type Stage,
} from '#pool/conformance/sign-in-case.ts'
import { totpSecret } from '#pool/conformance/values.ts'
import type { AnswerBody } from '#pool/pool-under-test.ts'
import { startPracticeServer, type PracticeServer } from '#pool/practice-server.ts'
import { createRuns } from './runs.ts'

const files = import.meta.glob<SignInCase>('/src-pool/conformance/{cases,refusals}/*.case.ts', {
  eager: true,
  import: 'default',
})

let pool: PracticeServer
/** Milliseconds that are added to every clock. */
let later = 0
const now = () => Date.now() + later
const sender = openSender()
const events = new Map<string, TraceEvent[]>()
let happened = () => {}
const runs = createRuns({
  ports: { modPow: nativeModPow, randomBytes, now },
  send: sender.send,
  store: memoryTraceStore(),
  application: 'Authscope 0.0.0',
  onEvent: (runId, event) => {
    events.set(runId, [...(events.get(runId) ?? []), event])
    happened()
  },
})

beforeAll(async () => {
  pool = await startPracticeServer({
    configuration: conformancePools,
    now,
    modPow: nativeModPow,
  })
})
afterAll(async () => {
  runs.close()
  sender.close()
  await pool.close()
})

const stage: Stage = {
  async call(operation, input) {
    const answer = await fetch(pool.endpoint, {
      method: 'POST',
      headers: {
        'X-Amz-Target': `AWSCognitoIdentityProviderService.${operation}`,
        Authorization: 'AWS4-HMAC-SHA256 any',
      },
      body: JSON.stringify(input),
    })
    const body = await answer.text()
    if (!answer.ok) throw new Error(body)
    return (body === '' ? {} : JSON.parse(body)) as AnswerBody
  },
  clientId: (name) => clientOf(pool.describe().pools, name).clientId,
  sentCode: () => pool.outbox().at(-1)?.code ?? '',
  now,
  wait: (seconds) => {
    later += seconds * 1000
  },
}

/** A server before the pool, which answers some operations in its place. */
async function relay(injected: NonNullable<SignInCase['injected']>): Promise<Server> {
  const inPlace = new Map<string, Injected>(Object.entries(injected))
  const answered = async (request: IncomingMessage): Promise<Injected> => {
    const target = String(request.headers['x-amz-target'])
    const found = inPlace.get(target.replace(/^.*\./, ''))
    const body = await text(request)
    if (found) return found
    const headers = { 'X-Amz-Target': target }
    const answer = await fetch(pool.endpoint, { method: 'POST', headers, body })
    return { status: answer.status, body: (await answer.json()) as object }
  }
  const server = createServer((request, response) => {
    void answered(request).then(({ body, status }) => {
      response.writeHead(status, { 'Content-Type': 'application/x-amz-json-1.1' })
      response.end(JSON.stringify(body))
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return server
}

/** Turns off what would answer by itself where the case answers by hand. */
function switchesOf({ steps }: SignInCase): Readonly<Partial<Record<Automatic, boolean>>> {
  const switches = steps.flatMap(({ answer, asked }) => {
    const by = challenges.get(asked)?.automatic?.by
    return by ? [[by, answer === 'by itself'] as const] : []
  })
  // One switch may stand for two challenges, of which the first lacks what it is made of.
  return Object.fromEntries(switches.sort(([, on], [, other]) => Number(on) - Number(other)))
}

async function started(one: SignInCase, endpoint: string): Promise<string> {
  const ready = (await one.before?.(stage)) ?? {}
  const { clientSecret, ...of } = clientOf(pool.describe().pools, one.client)
  breakSomething(pool, of.userPoolId, one)
  const withSecret = clientSecret !== undefined && !one.withoutSecret
  const { authenticator, device, given, session } = ready
  return runs.start({
    profileId: 'p',
    client: {
      ...of,
      ...(withSecret && { clientSecret: Secret.of('client secret', clientSecret) }),
    },
    target: { ...of, profileName: 'Practice', region: 'us-east-1', endpoint, practice: true },
    region: 'us-east-1',
    endpoint,
    input: {
      flow: one.flow,
      parameters: { ...resolved(one.given, stage), ...given },
      ...one.beside,
      ...(session && { session }),
    },
    known: { totpSecret: Secret.of('totp secret', totpSecret), ...(device && { device }) },
    automatic: switchesOf(one),
    ...(authenticator && { authenticator }),
    timeoutMs: 15_000,
  })
}

type Answered = Extract<TraceEvent, { type: 'asked' | 'ended' }>

/** The next time that the run waits for a person, or has ended. */
async function next(runId: string, seen: number): Promise<Answered> {
  for (;;) {
    const stops = (events.get(runId) ?? []).filter(
      (event) => event.type === 'asked' || event.type === 'ended',
    )
    const stop = stops[seen]
    if (stop) return stop
    await new Promise<void>((resolve) => {
      happened = resolve
    })
  }
}

async function answerWith(runId: string, one: SignInCase, answer: CaseStep['answer']) {
  if (typeof answer === 'string') await runs.answerAutomatically(runId, {})
  else runs.answer(runId, resolved(answer, stage), one.answerMetadata ?? {})
}

async function play(one: SignInCase, endpoint: string): Promise<string> {
  const runId = await started(one, endpoint)
  const byPerson = one.steps.filter(({ answer }) => answer !== 'by itself')
  const answers = byPerson.flatMap(({ answer, wait, wrong }) => [
    ...(wrong ? [{ answer: wrong.answer, wait: 0 }] : []),
    { answer, wait: wait ?? 0 },
  ])
  for (const [index, { answer, wait }] of answers.entries()) {
    if ((await next(runId, index)).type === 'ended') return runId
    stage.wait(wait)
    await answerWith(runId, one, answer)
  }
  await next(runId, answers.length)
  runs.cancel(runId)
  return runId
}

/** What came on the way, as `expectedOf` gives it. */
function cameOf(answers: readonly OpenAnswer[], end: TraceEvent | undefined): readonly string[] {
  const came = answers.flatMap((answer) => {
    if (answer.kind === 'challenged') return answer.challenge
    if (answer.kind === 'refused') return `${answer.error}: ${answer.message}`
    return answer.kind === 'accepted' ? [] : answer.kind
  })
  return came.length === 0 && end?.type === 'ended' ? [end.outcome] : came
}

it.each(Object.entries(files))('%s comes out otherwise over HTTP', async (_file, one) => {
  later = 0
  pool.reset()
  const before = one.injected && (await relay(one.injected))
  const { port } = (before?.address() ?? pool) as AddressInfo
  const runId = await play(one, `http://127.0.0.1:${String(port)}`)
  before?.close()

  const written = events.get(runId) ?? []
  const answers = written.flatMap((event) => (event.type === 'answered' ? event.answer : []))
  expect(cameOf(answers, written.at(-1))).toEqual(expectedOf(one))
  const challenged = answers.filter((answer) => answer.kind === 'challenged')
  for (const [index, { available, parameters }] of one.steps.entries()) {
    if (parameters) expect(challenged[index]?.parameters).toMatchObject(parameters)
    if (available) expect(challenged[index]?.availableChallenges).toEqual(available)
  }
  const end = answers.at(-1)
  const access = end?.kind === 'tokens' && end.tokens.find(({ use }) => use === 'access')
  if (one.claims) expect(access && access.claims).toMatchObject(one.claims)
})
