// The same failed sign-in, performed here, watched, and read from a HAR of its calls.
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { diagnose, type DiagnosedCause } from '#engine/diagnosis/diagnose.ts'
import { Secret } from '#engine/secret/secret.ts'
import { textOf } from '#engine/tokens/base64url.ts'
import type { ChainSubject } from '#engine/import/chain-subject.ts'
import type { MatchedProfile } from '#engine/import/recorded-traces.ts'
import type { RecordedCall, RecordedHeader } from '#engine/import/recorded-call.ts'
import type { TraceEvent } from '#engine/trace/event.ts'
import { readBytes } from '#main/import/read-bytes-under-test.ts'
import { startRunsUnderTest, type RunsUnderTest } from '#main/runs/runs-under-test.ts'
import { startRecordingEndpoint, type RecordingEndpoint } from '#main/watch/recording-endpoint.ts'
import { watchedCall } from '#main/watch/watched-call.ts'
import { WatchedChains } from '#main/watch/watched-chains.ts'
import { openAgents } from '#main/http/agents.ts'
import { totpSecret } from '#pool/conformance/values.ts'
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
  const profiles = new Map<string, MatchedProfile>()
  const runId = await played(one, (request) => {
    const { client } = request
    if (!client) throw new Error('no client')
    upstream = new URL(request.endpoint ?? '')
    profiles.set(client.clientId, {
      profileId: '',
      target: {
        profileName: '',
        region: 'us-east-1',
        endpoint: upstream.origin,
        practice: true,
        clientId: client.clientId,
        userPoolId: client.userPoolId,
      },
      ...(client.clientSecret && { clientSecret: client.clientSecret }),
      // As the profile has it, or the practice pool.
      totpSecretOf: () => Secret.of('totp secret', totpSecret),
    })
    return { ...request, endpoint: endpoint.url }
  })
  const profileOf = ({ clientId }: ChainSubject) =>
    profiles.get(clientId) ?? [...profiles.values()].at(-1)
  const { traces } = await readBytes(harOf(calls), 'calls.har', { profileOf })
  return {
    performed: under.eventsOf(runId),
    watched: watchedChains(calls, profileOf),
    imported: traces.map(({ events }) => events),
  }
}

function watchedChains(
  calls: readonly RecordedCall[],
  profileOf: (subject: ChainSubject) => MatchedProfile | undefined,
): readonly (readonly TraceEvent[])[] {
  const found = new Set<readonly TraceEvent[]>()
  const chains = new WatchedChains({
    randomBytes,
    now: Date.now,
    application: 'Authscope 0.0.0',
    profileOf: (subject) => profileOf(subject) ?? { profileId: '', target: subject.target },
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

/**
 * Scenarios whose cause shows in a value that no recording has, and how this is said on the screen.
 * SRP sends neither the password nor the client’s private value a, without which the proof cannot be
 * computed again: so its spaces, its being right, and what the proof was computed of stay unknown.
 * A refresh names no user: where no sign-in of the recording does, SECRET_HASH can be over anybody.
 */
const missing: Readonly<Record<string, RegExp>> = {
  'password-with-space-by-srp': /SRP does not send the password/,
  'pool-id-of-another-pool': /SRP does not send the password/,
  'wrong-proof': /SRP does not send the password/,
  'proof-of-another-client': /SRP does not send the password/,
  'refresh-hash-over-alias': /A refresh does not name its user/,
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
