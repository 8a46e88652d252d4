// The cases of the engine alone, once more: by the application's own runs, over real HTTP.
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Automatic } from '#engine/catalogue/define-challenge.ts'
import { challenges } from '#engine/catalogue/challenges/index.ts'
import { Secret } from '#engine/secret/secret.ts'
import type { OpenAnswer, TraceEvent } from '#engine/trace/event.ts'
import { withAdministrators } from '#pool/conformance/by-administrators.ts'
import { clientOf } from '#pool/conformance/client-of.ts'
import { conformancePools } from '#pool/conformance/pools.ts'
import {
  breakSomething,
  expectedOf,
  resolved,
  type CaseStep,
  type Injected,
  type SignInCase,
  type TestBed,
} from '#pool/conformance/sign-in-case.ts'
import { totpSecret } from '#pool/conformance/values.ts'
import type { AnswerBody } from '#pool/test-bed/pool-under-test.ts'
import { startRunsUnderTest, type RunsUnderTest } from './runs-under-test.ts'

const cases = withAdministrators(
  import.meta.glob<SignInCase>('/src-pool/conformance/{cases,refusals}/*.case.ts', {
    eager: true,
    import: 'default',
  }),
)

let under: RunsUnderTest
beforeAll(async () => {
  under = await startRunsUnderTest(conformancePools)
})
afterAll(() => under.close())

const testBed: TestBed = {
  async call(operation, input) {
    const answer = await fetch(under.pool.endpoint, {
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
  clientId: (name) => clientOf(under.pool.describe().pools, name).clientId,
  clientSecret: (name) => clientOf(under.pool.describe().pools, name).clientSecret,
  sentCode: () => under.sentCode(),
  now: () => under.now(),
  wait: (seconds) => {
    under.wait(seconds)
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
    const { authorization = '' } = request.headers
    const headers = { 'X-Amz-Target': target, ...(authorization && { authorization }) }
    const answer = await fetch(under.pool.endpoint, { method: 'POST', headers, body })
    return { status: answer.status, body: (await answer.json()) as object }
  }
  const server = createServer((request, response) => {
    void answered(request).then(({ body, status }) => {
      response.writeHead(status, { 'Content-Type': 'application/x-amz-json-1.1' })
      response.end(JSON.stringify(body))
    })
  })
  await new Promise<void>((fixture) => server.listen(0, '127.0.0.1', fixture))
  return server
}

/** Turns off what would answer by itself where the case answers by hand. */
function switchesOf({ steps }: SignInCase): Readonly<Partial<Record<Automatic, boolean>>> {
  const switches = steps.flatMap(({ answer, pending }) => {
    const by = challenges.get(pending)?.automatic?.by
    return by ? [[by, answer === 'automatic'] as const] : []
  })
  // One switch may stand for two challenges, of which the first lacks what it is made of.
  return Object.fromEntries(switches.sort(([, on], [, other]) => Number(on) - Number(other)))
}

async function started(one: SignInCase, endpoint: string): Promise<string> {
  const fixture = (await one.before?.(testBed)) ?? {}
  const { clientSecret: _, ...withoutSecret } = clientOf(under.pool.describe().pools, one.client)
  breakSomething(under.pool, withoutSecret.userPoolId, one)
  const { authenticator, device, inputs, session } = fixture
  const input = {
    flow: one.flow,
    parameters: { ...resolved(one.inputs, testBed), ...inputs },
    ...one.beside,
    ...(one.asAdmin && { asAdmin: one.asAdmin }),
    ...(session && { session }),
  }
  return under.start(one.client, input, {
    endpoint,
    ...(one.withoutSecret && { client: withoutSecret }),
    known: { totpSecret: Secret.of('totp secret', totpSecret), ...(device && { device }) },
    automatic: switchesOf(one),
    ...(authenticator && { authenticator }),
  })
}

async function answerWith(runId: string, one: SignInCase, answer: CaseStep['answer']) {
  if (typeof answer === 'string') await under.runs.answerAutomatically(runId, {})
  else under.runs.answer(runId, resolved(answer, testBed), one.answerMetadata ?? {})
}

async function play(one: SignInCase, endpoint: string): Promise<string> {
  const runId = await started(one, endpoint)
  const byPerson = one.steps.filter(({ answer }) => answer !== 'automatic')
  const answers = byPerson.flatMap(({ answer, wait, wrong }) => [
    ...(wrong ? [{ answer: wrong.answer, wait: 0 }] : []),
    { answer, wait: wait ?? 0 },
  ])
  for (const [index, { answer, wait }] of answers.entries()) {
    if ((await under.stopped(runId, index)).type === 'ended') return runId
    testBed.wait(wait)
    await answerWith(runId, one, answer)
  }
  await under.stopped(runId, answers.length)
  under.runs.cancel(runId)
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

it.each(Object.entries(cases))('%s comes out otherwise over HTTP', async (_name, one) => {
  under.pool.reset()
  const before = one.injected && (await relay(one.injected))
  const { port } = (before?.address() ?? under.pool) as AddressInfo
  const runId = await play(one, `http://127.0.0.1:${String(port)}`)
  before?.close()

  const written = under.eventsOf(runId)
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
