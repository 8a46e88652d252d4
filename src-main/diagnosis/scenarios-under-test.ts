import { setTimeout } from 'node:timers/promises'
import { operationRequest } from '#engine/catalogue/operation-request.ts'
import { accountOperations } from '#engine/catalogue/operations/index.ts'
import { probeFlow } from '#engine/facts/probe-flow.ts'
import { Secret, reveal } from '#engine/secret/secret.ts'
import type { TraceEvent } from '#engine/trace/event.ts'
import type { AppClient } from '#engine/wire/app-client.ts'
import { fetchPublic } from '#main/http/fetch-public.ts'
import { probeClient, probeUser } from '#main/probe/probe-client.ts'
import { probeFact } from '#main/probe/probe-fact.ts'
import { casePlayer, type CasePlayer } from '#main/runs/case-player-under-test.ts'
import type { ProfileRunRequest } from '#main/runs/run-dependencies.ts'
import type { RunsUnderTest } from '#main/runs/runs-under-test.ts'
import { nativeModPow } from '#main/srp/native-mod-pow.ts'
import { clientOf } from '#pool/conformance/client-of.ts'
import { resolved } from '#pool/conformance/sign-in-case.ts'
import type { Scenario } from '#pool/conformance/scenario.ts'

/** Scenarios by path as a list with their names. */
export const namedScenarios = (
  byPath: Readonly<Record<string, Scenario>>,
): readonly { readonly name: string; readonly one: Scenario }[] =>
  Object.entries(byPath).map(([path, one]) => ({
    name: path.replace(/^.*\/|\.scenario\.ts$/g, ''),
    one,
  }))

type Request = Partial<ProfileRunRequest>

/**
 * Plays a scenario with everything that came before it.
 * @param change a last change of what its run begins with
 * @returns the id of its run
 */
export type ScenarioPlayer = (
  one: Scenario,
  change?: (request: Request) => Request,
) => Promise<string>

/** Makes a player for the runs of a test. @param selfSigned the URL of a server that nobody trusts */
export function scenarioPlayer(under: RunsUnderTest, selfSigned = ''): ScenarioPlayer {
  const player = casePlayer(under)
  return async (one, change = (request) => request) => {
    const { earlier = [], secondsAhead, steps = [] } = one
    const end = 'tokens'
    for (const before of earlier) {
      const { injected: _answeredInPlace, ...plain } = one
      await player.play({ ...plain, ...before, steps: [], end }, change)
    }
    const facts = one.probed ? [await probed(one, under)] : []
    const runId = await player.play({ ...one, steps, end }, (request) => {
      if (secondsAhead !== undefined)
        under.pool.faults.turnOn('clock-skew', { seconds: secondsAhead })
      return change({
        ...changed(one, request),
        ...(facts.length > 0 && { facts }),
        ...(one.selfSigned && { endpoint: selfSigned }),
      })
    })
    return followed(one, runId, under, player, change)
  }
}

/** What comes after the sign-in; gives the run that is diagnosed. */
async function followed(
  { again, client, refreshed, then = [] }: Scenario,
  runId: string,
  under: RunsUnderTest,
  { testBed }: CasePlayer,
  change: (request: Request) => Request,
): Promise<string> {
  const own = await under.runs.tokens(runId)
  const access = own.find(({ use }) => use === 'access')?.token
  for (const { after = 0, inputs: planned = {}, operation: name } of then) {
    const operation = accountOperations.get(name)
    if (!operation) throw new Error(`no operation ${name}`)
    under.wait(after)
    const inputs = { ...(access && { AccessToken: access }), ...resolved(planned, testBed) }
    const request = operationRequest(operation, clientUnderTest(client, under), { inputs })
    const before = answersIn(under.eventsOf(runId))
    await under.runs.call(runId, request)
    // Events are written when there is time for it.
    while (answersIn(under.eventsOf(runId)) === before) await setTimeout(5)
  }
  if (again) {
    const second = await under.runs.retry(runId, {})
    await under.stopped(second)
    return second
  }
  if (!refreshed) return runId
  const token = own.find(({ use }) => use === 'refresh')?.token
  if (!token) throw new Error('no refresh token')
  let last = runId
  for (const seconds of refreshed.after) {
    under.wait(seconds)
    const through = refreshed.through ?? client
    const { endpoint } = under.pool.describe()
    last = under.start(
      through,
      { flow: refreshed.flow, parameters: { REFRESH_TOKEN: token } },
      change({ endpoint, client: clientUnderTest(through, under) }),
    )
    await under.stopped(last)
  }
  return last
}

const answersIn = (events: readonly TraceEvent[]): number =>
  events.filter(({ type }) => type === 'answered').length

function clientUnderTest(name: string, { pool }: RunsUnderTest): AppClient {
  const { clientSecret, ...client } = clientOf(pool.describe().pools, name)
  return {
    ...client,
    ...(clientSecret !== undefined && { clientSecret: Secret.of('client secret', clientSecret) }),
  }
}

/** Tests the client of a scenario as the profile dialog does; its result, as a sign-in has it. */
async function probed({ client: name }: Scenario, under: RunsUnderTest) {
  const { endpoint } = under.pool.describe()
  const client = clientUnderTest(name, under)
  const region = 'us-east-1'
  const random = (length: number) => new Uint8Array(length).fill(7)
  const result = await probeClient(
    {
      profileId: 'p',
      client,
      endpoint,
      region,
      target: { ...client, profileName: 'Practice', region, endpoint, practice: true },
      input: { flow: probeFlow, parameters: {} },
      known: {},
      automatic: {},
      timeoutMs: 15_000,
    },
    probeUser({ modPow: nativeModPow, randomBytes: random }),
    {
      modPow: nativeModPow,
      now: under.now,
      randomBytes: random,
      runs: under.runs,
      fetchPublic,
      signal: new AbortController().signal,
      progress: () => undefined,
    },
  )
  return probeFact(result, under.now())
}

/** What the profile has that is not as it should be. */
function changed({ clientSecret, fault, userPoolId }: Scenario, request: Request): Request {
  const { client } = request
  if (!client) throw new Error('no client')
  const right = client.clientSecret
  return {
    ...request,
    client: {
      ...client,
      ...(userPoolId !== undefined && { userPoolId }),
      ...(clientSecret &&
        right && { clientSecret: Secret.of('client secret', clientSecret(reveal(right))) }),
    },
    ...(fault !== undefined && { fault }),
  }
}

/** The events as if the program of a scenario had sent the calls. */
export const asSentBy = (
  { sentBy }: Pick<Scenario, 'sentBy'>,
  events: readonly TraceEvent[],
): readonly TraceEvent[] =>
  sentBy === undefined
    ? events
    : events.map((event) =>
        event.type === 'attempted'
          ? { ...event, attempt: { ...event.attempt, requestHeaders: [['user-agent', sentBy]] } }
          : event,
      )
