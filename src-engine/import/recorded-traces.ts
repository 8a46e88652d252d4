import type { Secret } from '../secret/secret.ts'
import type { Instant, Trace, TraceEvent, TraceTarget } from '../trace/event.ts'
import type { MarkedSecret } from '../trace/marked-secret.ts'
import type { Origin } from '../trace/origin.ts'
import { ChainBuilder, type Placement } from './chain-builder.ts'
import { chainSubject, type ChainSubject } from './chain-subject.ts'
import { ChainTrace, type RecordedBytes } from './chain-trace.ts'
import type { RecordedCall, RecordedSignIn } from './recorded-call.ts'
import { reopenedTrace } from './reopened-trace.ts'

/** A trace that was made of recorded calls, or read from a file of our own. */
export interface RecordedTrace {
  readonly events: readonly TraceEvent[]
  readonly secrets: readonly MarkedSecret[]
  /** The value behind a mark; a redacted file has none. */
  readonly open: (mark: string) => Secret | undefined
  readonly bytes: readonly RecordedBytes[]
  /** The profile that the app client belongs to; empty where none is known. */
  readonly profileId: string
}

/** A profile as the chains of a recording are matched with it. */
export interface MatchedProfile {
  readonly profileId: string
  readonly target: TraceTarget
  readonly clientSecret?: Secret
  /** The TOTP secret of a user, where it is known: it says of which time a code is. */
  readonly totpSecretOf?: (username: string) => Secret | undefined
}

/** What the traces of a recording are made with. */
export interface RecordingContext {
  readonly randomBytes: (length: number) => Uint8Array
  /** Name and version, as in `Authscope 0.1.0`. */
  readonly application: string
  /** Stands for the time of calls that have none of their own: when the file was written. */
  readonly at: Instant
  /** Where the chains come from, all but how they begin. */
  readonly origin: Omit<Extract<Origin, { kind: 'imported' }>, 'start'>
  /** The profile whose app client it is. */
  readonly profileOf: (subject: ChainSubject) => MatchedProfile | undefined
}

interface LinkedCall {
  readonly call: RecordedCall
  readonly place: Placement
}

/** The calls of one recording as traces, one for each chain, in the order in which they began. */
export function recordedTraces(
  calls: readonly RecordedCall[],
  context: RecordingContext,
): readonly RecordedTrace[] {
  const builder = new ChainBuilder()
  const chains = new Map<number, LinkedCall[]>()
  for (const call of inOrder(calls)) {
    const place = builder.place(call)
    const chain = chains.get(place.chain)
    if (chain) chain.push({ call, place })
    else chains.set(place.chain, [{ call, place }])
  }
  const named = new Set<string>()
  return [...chains.values()].map((chain) => traceOf(chain, context, signInOf(chain, named)))
}

/** The sign-in that a chain is by its recording. Of calls that nothing ties, only the first chain is it. */
function signInOf([first]: readonly LinkedCall[], named: Set<string>): RecordedSignIn | undefined {
  const signIn = first?.call.signIn
  if (!signIn || named.has(signIn.traceId)) return undefined
  named.add(signIn.traceId)
  return signIn
}

/** By their times where every call has one; else the order of the file is all that is known. */
function inOrder(calls: readonly RecordedCall[]): readonly RecordedCall[] {
  return calls.every(({ at }) => at !== undefined)
    ? [...calls].sort((a, b) => (a.at ?? 0) - (b.at ?? 0))
    : calls
}

function traceOf(
  chain: readonly LinkedCall[],
  context: RecordingContext,
  signIn: RecordedSignIn | undefined,
): RecordedTrace {
  const { application, at, origin, profileOf, randomBytes } = context
  const subject = chainSubject(chain.map(({ call }) => call))
  const profile = profileOf(subject)
  const totpSecret = profile?.totpSecretOf?.(subject.username)
  const trace = new ChainTrace({
    traceId: hex(randomBytes(8)),
    ...signIn,
    salt: randomBytes(16),
    application,
    target: profile ? { ...profile.target, ...knownOf(subject) } : subject.target,
    origin: { ...origin, start: chain[0]?.place.start ?? { kind: 'whole' } },
    username: subject.username,
    ...(profile?.clientSecret && { clientSecret: profile.clientSecret }),
    ...(totpSecret && { totpSecret }),
    at,
  })
  for (const { call, place } of chain) trace.add(call, place)
  trace.end()
  return {
    events: trace.events,
    secrets: trace.marks.list(),
    open: (mark) => trace.marks.open(mark),
    bytes: trace.bytes,
    profileId: profile?.profileId ?? '',
  }
}

/** The endpoint that was really called counts for more than that of the profile. */
const knownOf = ({ target }: ChainSubject): Partial<TraceTarget> =>
  target.endpoint === '' ? {} : { endpoint: target.endpoint }

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** A trace of a file of our own. */
export function importedTrace(
  trace: Trace,
  { origin, profileOf, randomBytes }: RecordingContext,
): RecordedTrace {
  const reopened = reopenedTrace(trace, origin, randomBytes(16))
  const started = trace.events.find((event) => event.type === 'started')
  const profile =
    started &&
    profileOf({
      username: started.username,
      clientId: started.target.clientId,
      target: started.target,
    })
  return { ...reopened, bytes: [], profileId: profile?.profileId ?? '' }
}
