import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { Automatic } from '#engine/catalogue/automatic-answers/index.ts'
import { challenges } from '#engine/catalogue/challenges/index.ts'
import { Secret } from '#engine/secret/secret.ts'
import { clientOf } from '#pool/conformance/client-of.ts'
import {
  breakSomething,
  resolved,
  type CaseStep,
  type Injected,
  type SignInCase,
  type TestBed,
} from '#pool/conformance/sign-in-case.ts'
import { totpSecret } from '#pool/conformance/values.ts'
import type { AnswerBody } from '#pool/test-bed/pool-under-test.ts'
import type { ProfileRunRequest } from './run-dependencies.ts'
import type { RunsUnderTest } from './runs-under-test.ts'

/** Plays cases by the application's own runs, over real HTTP. */
export interface CasePlayer {
  readonly testBed: TestBed
  /**
   * Plays a case to its end on a pool that is put back first.
   * @param change what the run begins with instead of what the case says
   * @returns the id of its run
   */
  readonly play: (
    one: SignInCase,
    change?: (request: Partial<ProfileRunRequest>) => Partial<ProfileRunRequest>,
  ) => Promise<string>
}

/** Makes a player for the runs of a test. */
export function casePlayer(under: RunsUnderTest): CasePlayer {
  const testBed = testBedOf(under)
  let relayed: Server | undefined

  async function started(
    one: SignInCase,
    endpoint: string,
    change: (request: Partial<ProfileRunRequest>) => Partial<ProfileRunRequest>,
  ): Promise<string> {
    const fixture = (await one.before?.(testBed)) ?? {}
    const { clientSecret, ...withoutSecret } = clientOf(under.pool.describe().pools, one.client)
    await breakSomething(under.pool, withoutSecret.userPoolId, one)
    const { authenticator, device, inputs, session } = fixture
    const input = {
      flow: one.flow,
      parameters: { ...resolved(one.inputs, testBed), ...inputs },
      ...one.beside,
      ...(one.asAdmin && { asAdmin: one.asAdmin }),
      ...(session && { session }),
    }
    const client =
      clientSecret === undefined || one.withoutSecret
        ? withoutSecret
        : { ...withoutSecret, clientSecret: Secret.of('client secret', clientSecret) }
    return under.start(
      one.client,
      input,
      change({
        endpoint,
        client,
        known: {
          totpSecret: Secret.of('totp secret', totpSecret),
          ...(device && { device }),
        },
        automatic: switchesOf(one),
        ...(authenticator && { authenticator }),
      }),
    )
  }

  async function answerWith(runId: string, one: SignInCase, answer: CaseStep['answer']) {
    if (typeof answer === 'string') await under.runs.answerAutomatically(runId, {})
    else await under.runs.answer(runId, resolved(answer, testBed), one.answerMetadata ?? {})
  }

  return {
    testBed,
    async play(one, change = (request) => request) {
      under.setClock()
      under.pool.reset()
      // It stays for the calls that a test makes after the sign-in.
      relayed?.close()
      relayed = one.injected && (await relay(under, one.injected))
      const { port } = (relayed?.address() ?? under.pool) as AddressInfo
      const runId = await started(one, `http://127.0.0.1:${String(port)}`, change)
      const byPerson = one.steps.filter(({ answer }) => answer !== 'automatic')
      const answers = byPerson.flatMap(({ answer, wait, wrong }) => [
        ...(wrong ? [{ answer: wrong.answer, wait: 0 }] : []),
        { answer, wait: wait ?? 0 },
      ])
      for (const [index, { answer, wait }] of answers.entries()) {
        if ((await under.stopped(runId, index)).type === 'ended') break
        testBed.wait(wait)
        await answerWith(runId, one, answer)
      }
      await under.stopped(runId, answers.length)
      under.runs.cancel(runId)
      return runId
    },
  }
}

const testBedOf = (under: RunsUnderTest): TestBed => ({
  async call(operation, input) {
    const answer = await fetch(under.pool.endpoint, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-amz-json-1.1',
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
})

/** A server before the pool, which answers some operations in its place. */
async function relay(
  under: RunsUnderTest,
  injected: NonNullable<SignInCase['injected']>,
): Promise<Server> {
  const inPlace = new Map<string, Injected>(Object.entries(injected))
  const answered = async (request: IncomingMessage): Promise<Injected> => {
    const target = String(request.headers['x-amz-target'])
    const found = inPlace.get(target.replace(/^.*\./, ''))
    const body = await text(request)
    if (found) return found
    const { authorization = '' } = request.headers
    const headers = {
      'Content-Type': 'application/x-amz-json-1.1',
      'X-Amz-Target': target,
      ...(authorization && { authorization }),
    }
    const answer = await fetch(under.pool.endpoint, { method: 'POST', headers, body })
    return { status: answer.status, body: (await answer.json()) as object }
  }
  const server = createServer((request, response) => {
    void answered(request).then(({ body, headers, status }) => {
      const isPage = typeof body === 'string'
      const type = isPage ? 'text/html' : 'application/x-amz-json-1.1'
      response.setHeader('Date', new Date(under.now()).toUTCString())
      response.writeHead(status, { 'Content-Type': type, ...headers })
      response.end(isPage ? body : JSON.stringify(body))
    })
  })
  await new Promise<void>((fixture) => server.listen(0, '127.0.0.1', fixture))
  server.unref()
  return server
}

/** Turns off automatic answers where the case answers manually. */
function switchesOf({ steps }: SignInCase): Readonly<Partial<Record<Automatic, boolean>>> {
  const switches = steps.flatMap(({ answer, pending }) => {
    const by = challenges.get(pending)?.automatic?.by
    return by ? [[by, answer === 'automatic'] as const] : []
  })
  // One switch may be for two challenges, of which the first lacks its inputs.
  return Object.fromEntries(switches.sort(([, on], [, other]) => Number(on) - Number(other)))
}
