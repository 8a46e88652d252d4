import type { ProbeVerdict } from '#engine/facts/client-probe.ts'
import type { AppClient } from '#engine/wire/app-client.ts'
import type { ProbeAnswer } from './probe-call.ts'

/** What a probe has seen, from which its findings follow. */
export interface ProbeSeen {
  readonly client: AppClient
  readonly region: string
  /** The answers so far, by the id of the call. */
  readonly answers: ReadonlyMap<string, ProbeAnswer>
  /** What became of the pool’s public keys; absent where there is nothing to ask. */
  readonly keys?: { readonly found: boolean; readonly reason: string }
  /** The proxy through which the calls went, as `host:port`. */
  readonly proxy?: string
}

/** One thing that a probe finds out. */
export interface ProbeFinding {
  /** Stable; the name of a flow where it is about one. */
  readonly id: string
  readonly title: string
  /** The verdict, and a sentence that says what it is taken from. */
  readonly read: (seen: ProbeSeen) => { readonly verdict: ProbeVerdict; readonly reason: string }
}
