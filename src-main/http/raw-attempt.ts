import type { TransportFailure } from '#engine/wire/transport-failure.ts'
import type { Connection, Instant, Phases } from '#engine/trace/event.ts'

/** A header as it stood on the wire: spelling, order and repetition are kept. */
export type HeaderPair = readonly [name: string, value: string]

/** One HTTP exchange as it was, secrets and all. Stays in the main process. */
export interface RawAttempt {
  /** Counts the attempts of one call from 1. */
  readonly number: number
  readonly at: Instant
  readonly method: string
  readonly url: string
  readonly requestHeaders: readonly HeaderPair[]
  readonly requestBody: Uint8Array
  /** Bytes of the whole body, where only its beginning was kept. */
  readonly requestSize?: number
  readonly phases: Phases
  readonly connection: Connection
  /** What was received, even if the body was truncated; then `failure` says so. */
  readonly response?: RawResponse
  readonly failure?: TransportFailure
}

/** An HTTP answer as received. */
export interface RawResponse {
  readonly status: number
  readonly statusText: string
  /** As in `1.1`. */
  readonly httpVersion: string
  readonly headers: readonly HeaderPair[]
  readonly body: Uint8Array
  /** Bytes of the whole body, where only its beginning was kept. */
  readonly size?: number
  /** Milliseconds that the server's clock is ahead of ours; its Date has whole seconds (±500). */
  readonly clockAhead?: number
}

/** Headers by lowercase name; repeated ones are joined as HTTP says. */
export function headersByName(pairs: readonly HeaderPair[]): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {}
  for (const [name, value] of pairs) {
    const key = name.toLowerCase()
    headers[key] = headers[key] === undefined ? value : `${headers[key]}, ${value}`
  }
  return headers
}

/** The head of an answer. */
export type ResponseHead = Omit<RawResponse, 'body' | 'size'>

/** Node's flat list of headers as pairs. */
export const headerPairs = (raw: readonly string[]): HeaderPair[] =>
  raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? ''] as const] : []))
