import type { TransportFailure } from '../wire/transport-failure.ts'
import type { Connection, Instant, OpenToken, Phases, TraceEvent } from '../trace/event.ts'
import type { Fact } from '../trace/fact.ts'
import type { NotCaptured } from '../trace/not-captured.ts'
import type { RawTriggerExecution } from '../redaction/redact-trigger-execution.ts'

/** A header as it stood on the wire: spelling, order and repetition are kept. */
export type RecordedHeader = readonly [name: string, value: string]

/** One direction of a recorded HTTP exchange. What is absent was not captured. */
export interface RecordedMessage {
  readonly headers?: readonly RecordedHeader[]
  /** Decompressed bytes; an empty body is an empty array, a body that was not captured is absent. */
  readonly body?: Uint8Array
  /** Bytes of the body on the wire as the recording says it, with or without the body. */
  readonly size?: number
  /** The same once decompressed. */
  readonly contentSize?: number
}

/** What a token of an answer says, where the recording has a mark in the place of the token. */
export type RecordedClaims = Pick<OpenToken, 'claims' | 'header' | 'use'>

/** A sign-in as our own recordings name it. */
export interface RecordedSignIn {
  readonly traceId: string
  readonly startedAt: Instant
  /** What was known before its first call. */
  readonly facts: readonly Fact[]
}

/**
 * One HTTP exchange with the user pool service that another program performed, watched or read from
 * a file. It contains secrets in plain text: it never leaves its process, and becomes trace
 * events through `ChainTrace` alone.
 */
export interface RecordedCall {
  /** As X-Amz-Target has it after the dot; it may be one that Authscope does not know. */
  readonly operation: string
  /** The user pool, where the recording itself names it. */
  readonly userPoolId?: string
  /** The sign-in that the call is part of, where the recording itself names it: an export of ours. */
  readonly signIn?: RecordedSignIn
  /** Who gave the answer; absent where the recording does not say. */
  readonly by?: Extract<TraceEvent, { type: 'sent' }>['by']
  /** True where the recording says that the pool is a practice pool. */
  readonly practice?: true
  /** When the request began; absent where the recording has no clock to believe. */
  readonly at?: Instant
  /** When it began by the clock of the sign-in, where that is not the one of `at`. */
  readonly sentAt?: Instant
  /** From the beginning of the request to the end of the answer, where it is known. */
  readonly durationMs?: number
  /** Of the whole call with its retries, where the recording says it with the last attempt. */
  readonly stepMs?: number
  /** Absent where the recording names no URL. */
  readonly url?: string
  readonly request: RecordedMessage
  /** Absent when no answer came, which `failure` explains, or none was captured. */
  readonly response?: RecordedMessage & {
    readonly status: number
    readonly statusText: string
    /** As in `1.1`; empty where it is not known. */
    readonly httpVersion: string
  }
  /** Why no complete response arrived. */
  readonly failure?: Pick<TransportFailure, 'code' | 'message'>
  /** Absent when unknown; a phase that did not happen is absent within. */
  readonly phases?: Phases
  readonly connection?: Connection
  /** Milliseconds that the server's clock is ahead of the recording one's, where it is known. */
  readonly clockAhead?: number
  /** Title of the fault that was injected into the call or its answer, where one was. */
  readonly fault?: string
  /** The Lambda triggers that ran for the call; the practice pool alone tells of its own. */
  readonly triggers?: readonly RawTriggerExecution[]
  /** The same for all attempts of one call, where the recording says which belong together. */
  readonly retryKey?: string
  /** Facts that the recording itself states: an export of ours whose secrets are marks. */
  readonly facts?: readonly Fact[]
  /** The claims of tokens that are marks: an export of ours. */
  readonly claims?: readonly RecordedClaims[]
  /** What the recording left out, and why. */
  readonly notCaptured: readonly NotCaptured[]
}
