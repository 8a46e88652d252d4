// The same failed sign-in, performed here, watched, and read from a HAR of its calls.
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { diagnose, type DiagnosedCause } from '#engine/diagnosis/diagnose.ts'
import { textOf } from '#engine/tokens/base64url.ts'
import type { MatchedProfile } from '#engine/import/recorded-traces.ts'
import type { RecordedCall, RecordedHeader } from '#engine/import/recorded-call.ts'
import type { TraceEvent } from '#engine/trace/event.ts'
import { readBytes } from '#main/import/read-bytes-under-test.ts'
import { startRunsUnderTest, type RunsUnderTest } from '#main/runs/runs-under-test.ts'
import { startRecordingEndpoint, type RecordingEndpoint } from '#main/watch/recording-endpoint.ts'
import { watchedCall } from '#main/watch/watched-call.ts'
import { WatchedChains } from '#main/watch/watched-chains.ts'
import { openAgents } from '#main/http/agents.ts'
import { conformancePools } from '#pool/conformance/pools.ts'
import type { Scenario } from '#pool/conformance/scenario.ts'
import { namedScenarios, scenarioPlayer, type ScenarioPlayer } from './scenarios-under-test.ts'

const scenarios = namedScenarios(
  import.meta.glob<Scenario>('/src-pool/conformance/scenarios/*.scenario.ts', {
    eager: true,
    import: 'default',
  }),
)

let under: RunsUnderTest
let played: ScenarioPlayer
let endpoint: RecordingEndpoint
/** Where the endpoint forwards to: the pool, or what is in front of it in a scenario. */
let upstream: URL
const agents = openAgents()
const calls: RecordedCall[] = []

beforeAll(async () => {
  under = await startRunsUnderTest(conformancePools)
  played = scenarioPlayer(under)
  endpoint = await startRecordingEndpoint({
    agents,
    get upstream() {
      return upstream
    },
    passed: (call) => calls.push(watchedCall(call)),
  })
})
afterAll(async () => {
  await endpoint.close()
  agents.close()
  await under.close()
})

/** Performs a scenario through the endpoint. */
async function byOrigin(one: Scenario) {
  calls.length = 0
  let profile: MatchedProfile | undefined
  const runId = await played(one, (request) => {
    const { client } = request
    if (!client) throw new Error('no client')
    upstream = new URL(request.endpoint ?? '')
    profile = {
      profileId: '',
      target: {
        ...{ profileName: '', region: 'us-east-1', endpoint: upstream.origin, practice: true },
        ...{ clientId: client.clientId, userPoolId: client.userPoolId },
      },
      ...(client.clientSecret && { clientSecret: client.clientSecret }),
    }
    return { ...request, endpoint: endpoint.url }
  })
  const { traces } = await readBytes(harOf(calls), 'calls.har', { profileOf: () => profile })
  return {
    performed: under.eventsOf(runId),
    watched: watchedChains(calls, profile),
    imported: traces.map(({ events }) => events),
  }
}

function watchedChains(
  calls: readonly RecordedCall[],
  profile: MatchedProfile | undefined,
): readonly (readonly TraceEvent[])[] {
  const found = new Set<readonly TraceEvent[]>()
  const chains = new WatchedChains({
    randomBytes,
    now: Date.now,
    application: 'Authscope 0.0.0',
    profileOf: ({ target }) => profile ?? { profileId: '', target },
    grown: ({ events }) => found.add(events),
  })
  for (const call of calls) chains.add(call)
  chains.close()
  return [...found]
}

const pairs = (headers: readonly RecordedHeader[] = []) =>
  headers.map(([name, value]) => ({ name, value }))

/** A HAR as a proxy writes it, which knows nothing of the sign-in. */
function harOf(calls: readonly RecordedCall[]): Buffer {
  const entries = calls.map(({ at = 0, durationMs = 0, failure, request, response, url }) => ({
    startedDateTime: new Date(at).toISOString(),
    time: durationMs,
    request: {
      method: 'POST',
      url,
      httpVersion: 'HTTP/1.1',
      headers: pairs(request.headers),
      postData: { mimeType: 'application/x-amz-json-1.1', text: textOf(request.body!) },
    },
    response: {
      status: response?.status ?? 0,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      headers: pairs(response?.headers),
      content: { text: response?.body ? textOf(response.body) : '' },
      ...(failure && { _error: failure.message }),
    },
    timings: { send: 0, wait: durationMs, receive: 0 },
  }))
  return Buffer.from(
    JSON.stringify({
      log: { version: '1.2', creator: { name: 'a proxy', version: '1' }, entries },
    }),
  )
}

/** Scenarios whose cause shows in a value that only the program itself has, and how this is said. */
const missing: Readonly<Record<string, RegExp>> = {
  'password-with-space-by-srp': /SRP does not send the password/,
  'pool-id-of-another-pool': /SRP does not send the password/,
  'wrong-proof': /SRP does not send the password/,
  'totp-clock-off': /The secret of the authenticator is not in this trace/,
  'totp-an-hour-old': /The secret of the authenticator is not in this trace/,
  'refresh-hash-over-alias': /A refresh does not name its user/,
  // The sign-in through another profile is another trace.
  'works-through-another-client': /Incorrect username or password/,
}

/** The causes of the sign-in that failed: those before it belong to other chains. */
const causesOf = (traces: readonly (readonly TraceEvent[])[]): readonly DiagnosedCause[] =>
  traces.map(diagnose).findLast((causes) => causes.length > 0) ?? []

it.each(
  scenarios.filter(
    ({ name, one }) => missing[name] === undefined && one.onlyPerformed === undefined,
  ),
)(
  '$name: performed, watched and imported have the same first cause',
  async ({ one }) => {
    const { imported, performed, watched } = await byOrigin(one)
    expect(causesOf([performed])[0]?.code).toBe(one.cause)
    expect(causesOf(watched)[0]?.code).toBe(one.cause)
    expect(causesOf(imported)[0]?.code).toBe(one.cause)
  },
  60_000,
)

it.each(scenarios.filter(({ name }) => missing[name] !== undefined))(
  '$name: what only the program knows is said to be missing, and every cause is merely possible',
  async ({ name, one }) => {
    const { imported, watched } = await byOrigin(one)
    for (const causes of [causesOf(watched), causesOf(imported)]) {
      const shown = causes.filter(({ verdict }) => verdict !== 'excluded')
      expect(new Set(shown.map(({ verdict }) => verdict))).toEqual(new Set(['possible']))
      expect(causes.find(({ code }) => code === one.cause)?.verdict).not.toBe('excluded')
      const texts = shown.flatMap(({ evidence }) => evidence.map(({ text }) => text))
      expect(texts.join('\n')).toMatch(missing[name]!)
    }
  },
)
