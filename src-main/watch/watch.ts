import type { ChainSubject } from '#engine/import/chain-subject.ts'
import type { MatchedProfile } from '#engine/import/recorded-traces.ts'
import type { TraceEvent } from '#engine/trace/event.ts'
import type { RawTriggerExecution } from '#engine/redaction/redact-trigger-execution.ts'
import { openAgents } from '#main/http/agents.ts'
import { headersByName } from '#main/http/raw-attempt.ts'
import type { KeptRunsOf } from '#main/runs/recorded-runs-before.ts'
import type { Network } from '#main/network/network.ts'
import type { ActiveFaults } from '#pool/faults/active-faults.ts'
import type { SignCall } from './forward.ts'
import { startRecordingEndpoint, type RecordingEndpoint } from './recording-endpoint.ts'
import { watchedCall, type PassedCall } from './watched-call.ts'
import { WatchedChains, type WatchedChain } from './watched-chains.ts'

/** What a watch is started with. */
export interface WatchOptions {
  /** Where calls are forwarded to: Cognito, or the practice pool. */
  readonly upstream: URL
  /** The profile of a chain, by its app client. */
  readonly profileOf: (subject: ChainSubject) => MatchedProfile
  readonly randomBytes: (length: number) => Uint8Array
  readonly now: () => number
  /** Name and version, as in `Authscope 0.1.0`. */
  readonly application: string
  readonly port?: number
  readonly allowedOrigins?: readonly string[]
  readonly faults?: ActiveFaults
  readonly sign?: SignCall
  readonly certificate?: { readonly key: string; readonly cert: string }
  /** The triggers that the practice pool ran for the request of this id. */
  readonly triggersOf?: (requestId: string) => readonly RawTriggerExecution[]
  /** How the service is reached: proxy and trust. */
  readonly network?: Network
  /** The newest kept runs of a user, which may say why one that is watched fails. */
  readonly keptRunsOf?: KeptRunsOf
  /** Called after each call with what it added to its chain. */
  readonly grown: (chain: WatchedChain, fresh: readonly TraceEvent[]) => void
  /** Called when no call will be added to a chain any more. */
  readonly closed?: (chain: WatchedChain) => void
  /** Called when a request was turned away, with the reason. */
  readonly refused?: (why: string) => void
}

/** A watch at work. */
export interface Watch extends Pick<RecordingEndpoint, 'port' | 'url'> {
  /** Ends every connection, frees the port, and ends the chains. */
  readonly stop: () => Promise<void>
}

/** Calls that wait to be written up before an application is made to wait for it. */
const maxWaiting = 100

/**
 * Starts to watch: an endpoint on loopback that another program signs in through.
 * @throws Error with code EADDRINUSE when the port is taken
 */
export async function startWatch(options: WatchOptions): Promise<Watch> {
  const { triggersOf } = options
  const agents = openAgents(options.network)
  const chains = new WatchedChains(options)
  const waiting: PassedCall[] = []
  let planned = false

  function write(call: PassedCall): void {
    const headers = headersByName(call.attempt.response?.headers ?? [])
    const triggers = triggersOf?.(headers['x-amzn-requestid'] ?? '') ?? []
    chains.add({ ...watchedCall(call), ...(triggers.length > 0 && { triggers }) })
  }

  /** One at a time, and only while no application waits for us. */
  function writeWaiting(): void {
    planned = false
    const call = waiting.shift()
    if (call) write(call)
    if (waiting.length > 0) plan()
  }

  function plan(): void {
    if (planned) return
    planned = true
    setImmediate(writeWaiting)
  }

  const endpoint = await startRecordingEndpoint({
    ...options,
    agents,
    passed: (call) => {
      waiting.push(call)
      if (waiting.length > maxWaiting) writeWaiting()
      else plan()
    },
  }).catch((error: unknown) => {
    agents.close()
    throw error
  })

  return {
    url: endpoint.url,
    port: endpoint.port,
    stop: async () => {
      await endpoint.close()
      agents.close()
      while (waiting.length > 0) writeWaiting()
      chains.close()
    },
  }
}
