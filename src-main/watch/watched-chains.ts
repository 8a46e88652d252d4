import { ChainBuilder, type Placement } from '#engine/import/chain-builder.ts'
import { chainSubject, type ChainSubject } from '#engine/import/chain-subject.ts'
import { ChainTrace } from '#engine/import/chain-trace.ts'
import type { MatchedProfile } from '#engine/import/recorded-traces.ts'
import type { RecordedCall } from '#engine/import/recorded-call.ts'
import type { Secret } from '#engine/secret/secret.ts'
import type { TraceEvent } from '#engine/trace/event.ts'
import { timeline } from '#engine/trace/timeline.ts'
import { factsBefore, maxPastRuns } from '#main/runs/facts-before.ts'
import { pastRunOf, type PastRun } from '#main/runs/past-run.ts'
import type { KeptRunsOf } from '#main/runs/recorded-runs-before.ts'
import { runRow } from '#main/runs/run-row.ts'
import type { StoredRun } from '#main/trace-store/trace-store.ts'

/** Chains that further calls can go on; the one that rested longest is let go of first. */
const maxChains = 200

/** Maximum number of calls of one chain in one trace; further ones begin a new trace. */
const maxCalls = 500

/** One story of a watched application: a sign-in and what followed from it. */
export interface WatchedChain {
  readonly runId: string
  /** Counts the chains of a watch from 1. */
  readonly number: number
  readonly profile: MatchedProfile
  readonly events: readonly TraceEvent[]
  /** The chain as the history keeps it. */
  readonly stored: () => StoredRun
}

/** What the chains take from outside. */
export interface WatchedChainsPorts {
  readonly randomBytes: (length: number) => Uint8Array
  readonly now: () => number
  /** Name and version, as in `Authscope 0.1.0`. */
  readonly application: string
  /** The profile whose app client it is. */
  readonly profileOf: (subject: ChainSubject) => MatchedProfile
  /** The newest kept runs of a user, which may say why one that is watched fails. */
  readonly keptRunsOf?: KeptRunsOf
  /** Called after each call with what it added to its chain. */
  readonly grown: (chain: WatchedChain, fresh: readonly TraceEvent[]) => void
  /** Called when a chain is let go of: no call will be added to it any more. */
  readonly closed?: (chain: WatchedChain) => void
}

interface OpenChain extends WatchedChain {
  readonly trace: ChainTrace
  calls: number
}

const secretsOf = ({ marks }: ChainTrace): ReadonlyMap<string, Secret> =>
  new Map(
    marks.list().flatMap(({ mark }) => {
      const secret = marks.open(mark)
      return secret ? [[mark, secret] as const] : []
    }),
  )

/** Puts the calls that a recording endpoint saw together to chains, and writes their traces. */
export class WatchedChains {
  readonly #builder = new ChainBuilder(maxChains)
  readonly #ports: WatchedChainsPorts
  /** By the builder's number; the one that a call was added to last is last. */
  readonly #open = new Map<number, OpenChain>()
  /** The chains that began last, oldest first. */
  readonly #before: PastRun[] = []
  #count = 0

  constructor(ports: WatchedChainsPorts) {
    this.#ports = ports
  }

  /** Adds a call to the chain that it belongs to. */
  add(call: RecordedCall): void {
    const place = this.#builder.place(call)
    const chain = this.#chainFor(call, place)
    this.#open.delete(place.chain)
    this.#open.set(place.chain, chain)
    chain.calls += 1
    const fresh = chain.trace.add(call, place)
    const run = chain.calls === 1 ? pastRunOf(chain.events, secretsOf(chain.trace)) : undefined
    const told = run ? this.#tellOfOthers(chain, run) : []
    this.#ports.grown(chain, [...fresh, ...told])
    const [oldest] = this.#open
    if (oldest && this.#open.size > maxChains) this.#close(...oldest)
  }

  /** Writes what other runs say of a chain that has begun: at once, or when the kept ones are read. */
  #tellOfOthers(chain: OpenChain, run: PastRun): readonly TraceEvent[] {
    const { keptRunsOf, now } = this.#ports
    const { at: startedAt } = chain.events[0] ?? { at: now() }
    const before = [...this.#before].reverse()
    this.#before.push({
      ...run,
      view: () => timeline(chain.events),
      secret: (mark) => chain.trace.marks.open(mark),
    })
    if (this.#before.length > maxPastRuns) this.#before.shift()
    const told = (kept: readonly PastRun[]) =>
      chain.trace.tell(factsBefore(run, [...before, ...kept], startedAt))
    if (!keptRunsOf) return told([])
    void keptRunsOf(run.view().username).then((kept) => {
      const fresh = told(kept)
      if (fresh.length > 0) this.#ports.grown(chain, fresh)
    })
    return []
  }

  /** Ends every chain: no further call comes. */
  close(): void {
    for (const [id, chain] of [...this.#open]) this.#close(id, chain)
  }

  #close(id: number, chain: OpenChain): void {
    this.#open.delete(id)
    const fresh = chain.trace.end()
    if (fresh.length > 0) this.#ports.grown(chain, fresh)
    this.#ports.closed?.(chain)
  }

  #chainFor(call: RecordedCall, place: Placement): OpenChain {
    const known = this.#open.get(place.chain)
    if (known && known.calls < maxCalls) return known
    if (known) this.#close(place.chain, known)
    return this.#begin(call, place)
  }

  #begin(call: RecordedCall, { link, start }: Placement): OpenChain {
    const { application, now, profileOf, randomBytes } = this.#ports
    const subject = chainSubject([call])
    const profile = profileOf(subject)
    const hex = (length: number) => Buffer.from(randomBytes(length)).toString('hex')
    const runId = hex(8)
    const totpSecret = profile.totpSecretOf?.(subject.username)
    const trace = new ChainTrace({
      traceId: hex(8),
      salt: randomBytes(16),
      application,
      target: profile.target,
      ...(profile.clientSecret && { clientSecret: profile.clientSecret }),
      ...(totpSecret && { totpSecret }),
      origin: {
        kind: 'watched',
        // One that continues from a full trace has its beginning there.
        start: start ?? { kind: 'began before', missing: link ?? 'order' },
      },
      username: subject.username,
      at: now(),
    })
    return {
      runId,
      number: (this.#count += 1),
      profile,
      events: trace.events,
      trace,
      calls: 0,
      stored: () => ({
        run: runRow(
          runId,
          { profileId: profile.profileId, profileName: profile.target.profileName },
          trace.events,
        ),
        events: [...trace.events],
        secrets: secretsOf(trace),
        bytes: [...trace.bytes],
      }),
    }
  }
}
