import { srpKeyPair } from '#engine/srp/client.ts'
import { issuersOf } from '#engine/tokens/issuers.ts'
import type { Ports } from '#engine/catalogue/ports.ts'
import type { AppClient } from '#engine/wire/app-client.ts'
import type { ProbeResult } from '#contract/routes/probes.ts'
import { timeline } from '#engine/trace/timeline.ts'
import type { Runs } from '#main/runs/runs.ts'
import type { ProfileRunRequest } from '#main/runs/run-dependencies.ts'
import { probeCalls } from './probe-calls.ts'
import { refusalText, type ProbeAnswer, type ProbeCall, type ProbeUser } from './probe-call.ts'
import type { ProbeSeen } from './probe-finding.ts'
import { probeFindings } from './findings/index.ts'

/** What a probe works with. */
export interface ProbePorts extends Pick<Ports, 'modPow' | 'now' | 'randomBytes'> {
  readonly runs: Pick<Runs, 'begin' | 'call' | 'open'>
  readonly fetchPublic: (url: string) => Promise<Uint8Array>
  /** Breaks the probe off after the call in flight. */
  readonly signal: AbortSignal
  /** Told as soon as the trace has an id, and after each call. */
  readonly progress: (result: ProbeResult) => void
}

/** The calls that a probe of this client makes, so that they can be shown before it begins. */
export const plannedCalls = (client: AppClient): readonly ProbeCall[] =>
  probeCalls.filter(({ applies }) => applies(client))

/** A user who cannot exist: the name is random, in a domain that is reserved for nobody. */
export function probeUser({
  modPow,
  randomBytes,
}: Pick<Ports, 'modPow' | 'randomBytes'>): ProbeUser {
  const hex = (bytes: number) => Buffer.from(randomBytes(bytes)).toString('hex')
  return {
    name: `probe-${hex(6)}@invalid.example`,
    password: `Aa1!${hex(12)}`,
    srpA: srpKeyPair(randomBytes(128), modPow).A.toString(16),
  }
}

/**
 * Learns how an app client is set up by a few public calls with a user who cannot exist, as one
 * trace. Ends early where no later call can say more: no such client, a missing or wrong secret, no
 * answer, or a cancel.
 * @param start what a run begins with; its user is replaced by that of the probe
 */
export async function probeClient(
  start: ProfileRunRequest,
  user: ProbeUser,
  ports: ProbePorts,
): Promise<ProbeResult> {
  const { client, region } = start
  const planned = plannedCalls(client)
  const answers = new Map<string, ProbeAnswer>()
  const at = ports.now()
  let runId = ''
  let keys: ProbeSeen['keys']
  const result = async (done: boolean): Promise<ProbeResult> => {
    const proxy = runId === '' ? undefined : await proxyOf(ports.runs, runId)
    const seen = {
      client,
      region,
      answers,
      ...(keys && { keys }),
      ...(proxy !== undefined && { proxy }),
    }
    return {
      at,
      runId,
      username: user.name,
      made: answers.size,
      planned: planned.length,
      done,
      findings: probeFindings.map(({ id, read, title }) => ({ id, title, ...read(seen) })),
    }
  }
  for (const call of planned) {
    const request = call.request(client, user)
    if (runId === '') {
      const begun = ports.runs.begin(start, request)
      runId = begun.runId
      ports.progress(await result(false))
      answers.set(call.id, await begun.answer)
    } else answers.set(call.id, await ports.runs.call(runId, request))
    ports.progress(await result(false))
    if (ports.signal.aborted || endsProbe(call, answers.get(call.id), client)) break
  }
  if (!ports.signal.aborted) keys = await readKeys(start, ports)
  return result(true)
}

/** Whether no later call can say more than this answer. */
function endsProbe(
  { id }: ProbeCall,
  answer: ProbeAnswer | undefined,
  { clientSecret }: AppClient,
): boolean {
  if (answer?.kind === 'failed' || answer?.kind === 'unreadable') return true
  const text = refusalText(answer)
  if (/client .*does not exist|^ForbiddenException|TooManyRequests/i.test(text)) return true
  // Without the secret, or with a wrong one, every call is answered like this one.
  return /secret\s?hash/i.test(text) && (id !== 'without SECRET_HASH' || !clientSecret)
}

/** The keys of a pool are public: they tell whether it exists. */
async function readKeys(
  { client, endpoint, target }: ProfileRunRequest,
  { fetchPublic }: Pick<ProbePorts, 'fetchPublic'>,
): Promise<ProbeSeen['keys']> {
  const [regional] = issuersOf(client.userPoolId)
  const issuer =
    endpoint === undefined ? regional : `${endpoint.replace(/\/$/, '')}/${target.userPoolId}`
  if (issuer === undefined || client.userPoolId === '') return undefined
  const url = `${issuer}/.well-known/jwks.json`
  try {
    await fetchPublic(url)
    return { found: true, reason: `Its keys are at ${url}` }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    // What could not be reached may well exist.
    return /status 404/.test(message) ? { found: false, reason: message } : undefined
  }
}

async function proxyOf(runs: Pick<Runs, 'open'>, runId: string): Promise<string | undefined> {
  const { events } = await runs.open(runId)
  const { steps } = timeline(events)
  return steps.flatMap(({ attempts }) => attempts).at(-1)?.connection.proxy?.address
}
