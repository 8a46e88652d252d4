import type { Readable, Writable } from 'node:stream'
import type { HeaderPair, ResponseHead } from './raw-attempt.ts'

/** What is sent. */
export interface ExchangeRequest {
  readonly method: string
  readonly url: URL
  readonly headers: readonly HeaderPair[]
  readonly body: Uint8Array
  /** Hands the call of another program on. */
  readonly relay?: Relay
  /** Ends the exchange; an {@link Interrupted} as reason says what to tell. */
  readonly signal?: AbortSignal
}

/** A call of another program that passes through: bodies of any size, each kept up to a limit. */
export interface Relay {
  /** The request's body as it comes, in the place of one that is there already. */
  readonly incoming?: Readable
  /** Called with the head of the answer; what it gives takes the body as it comes. */
  readonly answer: (head: ResponseHead) => Writable
  /** Bytes of each body that are kept. */
  readonly keptBytes: number
}
