import type { Fact } from './fact.ts'
import type { MarkedSecret } from './mark-registry.ts'
import type { NotCaptured } from './not-captured.ts'
import type { Link, Origin } from './origin.ts'

/**
 * The version of the event shapes below. When one changes, raise it and add a step to
 * `upgrade.ts`: stored and posted traces of every earlier version stay readable.
 */
export const traceVersion = 3

/** Milliseconds since 1970. */
export type Instant = number

/** What a trace says of the pool that the sign-in went to. */
export interface TraceTarget {
  readonly profileName: string
  readonly region: string
  readonly userPoolId: string
  readonly clientId: string
  readonly endpoint: string
  /** True when the practice pool answered. */
  readonly practice: boolean
}

/** Milliseconds of each phase of one attempt; a phase that did not happen is absent. */
export interface Phases {
  /** Waiting for a free connection. */
  readonly blocked?: number
  readonly dns?: number
  readonly connect?: number
  /** Connecting to a proxy, until it has let us through. */
  readonly proxy?: number
  readonly tls?: number
  readonly send?: number
  readonly wait?: number
  readonly receive?: number
}

/** One connection as it was negotiated. */
export interface Connection {
  /** Absent where a recording does not say. */
  readonly reused?: boolean
  readonly remoteAddress?: string
  /** The proxy in between, as `host:port`, and where it was configured. */
  readonly proxy?: {
    readonly address: string
    readonly source: 'settings' | 'environment' | 'system'
  }
  readonly tls?: {
    readonly protocol: string
    readonly cipher: string
    readonly subject: string
    readonly issuer: string
    /** As the certificate says it. */
    readonly validTo: string
  }
}

/** One HTTP request of a call; the SDK may make several. Bodies hold marks instead of secrets. */
export interface Attempt {
  readonly number: number
  readonly at: Instant
  readonly method: string
  readonly url: string
  readonly requestHeaders: readonly (readonly [name: string, value: string])[]
  readonly requestBody: string
  /** Bytes as they went out. */
  readonly requestSize: number
  readonly phases: Phases
  readonly connection: Connection
  readonly response?: {
    readonly status: number
    readonly statusText: string
    readonly httpVersion: string
    readonly headers: readonly (readonly [name: string, value: string])[]
    readonly body: string
    /** Bytes as they came in. */
    readonly size: number
    readonly requestId?: string
    /** Milliseconds that the server's clock is ahead of ours, by its Date header (±500 ms). */
    readonly clockAhead?: number
  }
  readonly failure?: { readonly code: string; readonly message: string }
  /** What a recording by another program left out; what Authscope performs lacks nothing. */
  readonly notCaptured?: readonly NotCaptured[]
}

/** A value of a computation, as it may be shown. */
export interface OpenValue {
  readonly name: string
  readonly value: string
  readonly note: string
}

/** An answer of the service, as it may be shown. */
export type OpenAnswer =
  | {
      readonly kind: 'challenged'
      readonly challenge: string
      readonly parameters: Readonly<Record<string, string>>
      readonly availableChallenges: readonly string[]
      /** Mark of the session that came. */
      readonly session?: string
    }
  | {
      readonly kind: 'accepted'
      /** Texts among the members of the answer. */
      readonly values: Readonly<Record<string, string>>
      /** Mark of the session that came. */
      readonly session?: string
    }
  | {
      readonly kind: 'tokens'
      readonly expiresIn?: number
      readonly tokens: readonly OpenToken[]
      readonly newDevice: boolean
    }
  | {
      readonly kind: 'refused'
      readonly error: string
      readonly message: string
      readonly status: number
    }
  | {
      readonly kind: 'unreadable'
      readonly reason: string
      readonly status: number
      readonly detail: string
    }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string }
  /** The recording that the call comes from does not say what the answer was. */
  | {
      readonly kind: 'not captured'
      readonly status?: number
      readonly reason: string
      readonly advice?: string
    }

/** One token: its mark, and what it says when it can be read. The signature is never in here. */
export interface OpenToken {
  readonly use: 'id' | 'access' | 'refresh'
  readonly mark: string
  readonly header?: Readonly<Record<string, unknown>>
  readonly claims?: Readonly<Record<string, unknown>>
}

/** One run of a Lambda trigger, as it may be shown. */
export interface OpenTriggerExecution {
  readonly trigger: string
  readonly triggerSource: string
  /** JSON text of the event as the function got it, with marks instead of secrets. */
  readonly requestBody: string
  /** JSON text of what the function returned; absent when it did not. */
  readonly body?: string
  /** The refusal that its error, or its wrong answer, gave the caller. */
  readonly refusal?: { readonly error: string; readonly message: string }
  /** What it printed, line by line. */
  readonly console: readonly string[]
  readonly durationMs: number
}

/** One thing that happened in a sign-in. `step` counts the calls from 1. */
export type TraceEvent =
  | {
      readonly type: 'started'
      readonly at: Instant
      readonly version: typeof traceVersion
      readonly traceId: string
      readonly application: string
      /** AuthFlow; of a trace that begins with another operation, the name of that. */
      readonly flow: string
      readonly username: string
      readonly target: TraceTarget
      /** Absent where Authscope performed it. */
      readonly origin?: Origin
    }
  | {
      readonly type: 'computed'
      readonly at: Instant
      readonly step: number
      readonly what: string
      readonly durationMs: number
      readonly values: readonly OpenValue[]
    }
  | {
      readonly type: 'sent'
      readonly at: Instant
      readonly step: number
      readonly operation: string
      /** The challenge that the call answers. */
      readonly challenge?: string
      /** Who gave the answer; `application`: another program, whose call was recorded. */
      readonly by: 'person' | 'automatic' | 'application'
      /** What ties a recorded call to those before it. */
      readonly link?: Link
      /** Title of the fault to inject. */
      readonly fault?: string
      /** Mark of the session that went along. */
      readonly session?: string
    }
  | {
      /** What is known of the secrets of a call without showing them; step 0 is before the calls. */
      readonly type: 'facts'
      readonly at: Instant
      readonly step: number
      readonly facts: readonly Fact[]
    }
  | {
      readonly type: 'attempted'
      readonly at: Instant
      readonly step: number
      readonly attempt: Attempt
    }
  | {
      /** A Lambda trigger of the practice pool ran for the call; no other pool tells of its own. */
      readonly type: 'triggered'
      readonly at: Instant
      readonly step: number
      readonly run: OpenTriggerExecution
    }
  | {
      readonly type: 'answered'
      readonly at: Instant
      readonly step: number
      /** Absent where the recording has no clock to believe. */
      readonly durationMs?: number
      readonly answer: OpenAnswer
    }
  | {
      readonly type: 'prompted'
      readonly at: Instant
      /** The step that the answer will be. */
      readonly step: number
      readonly challenge: string
      readonly username: string
      readonly parameters: Readonly<Record<string, string>>
      /** AvailableChallenges that were received with it; absent if there were none. */
      readonly available?: readonly string[]
      readonly session?: string
      /** When the session was received; its age limit counts from here. */
      readonly sessionAt: Instant
      /** Why no automatic answer was made, where there could be one. */
      readonly notComputable?: string
      /** True when the last answer was refused and the same session takes another. */
      readonly again: boolean
    }
  | {
      readonly type: 'ended'
      readonly at: Instant
      readonly outcome:
        | 'tokens'
        | 'accepted'
        | 'refused'
        | 'failed'
        | 'not sent'
        | 'cancelled'
        /** The recording ends before the sign-in does, or lacks what would say how it ended. */
        | 'incomplete'
      readonly message?: string
    }

/** A whole trace: its events, and what is known of the secrets behind their marks. */
export interface Trace {
  readonly events: readonly TraceEvent[]
  readonly secrets: readonly MarkedSecret[]
}
