import { z } from 'zod/mini'
import { fact } from './fact.ts'
import { markedSecret } from './marked-secret.ts'
import { notCaptured } from './not-captured.ts'
import { link, origin } from './origin.ts'
import type { ReadOnly } from './read-only.ts'

/**
 * The version of the events below. Stored and posted traces of every earlier version stay readable:
 * when a change would keep an Authscope of before from reading what this one writes, copy the
 * present shape into `versions/`, raise this, and add the step from there to here.
 */
export const traceVersion = 3

/** Milliseconds since 1970. */
export type Instant = number
const instant = z.number()
const texts = z.record(z.string(), z.string())
const header = z.tuple([z.string(), z.string()])

const targetSchema = z.object({
  profileName: z.string(),
  region: z.string(),
  userPoolId: z.string(),
  clientId: z.string(),
  endpoint: z.string(),
  /** True when the practice pool answered. */
  practice: z.boolean(),
})

/** What a trace says of the pool that the sign-in went to. */
export type TraceTarget = ReadOnly<z.output<typeof targetSchema>>

const phasesSchema = z.object({
  /** Waiting for a free connection. */
  blocked: z.exactOptional(z.number()),
  dns: z.exactOptional(z.number()),
  connect: z.exactOptional(z.number()),
  /** Connecting to a proxy, until it has let us through. */
  proxy: z.exactOptional(z.number()),
  tls: z.exactOptional(z.number()),
  send: z.exactOptional(z.number()),
  wait: z.exactOptional(z.number()),
  receive: z.exactOptional(z.number()),
})

/** Milliseconds of each phase of one attempt; a phase that did not happen is absent. */
export type Phases = ReadOnly<z.output<typeof phasesSchema>>

const connectionSchema = z.object({
  /** Absent where a recording does not say. */
  reused: z.exactOptional(z.boolean()),
  remoteAddress: z.exactOptional(z.string()),
  /** The proxy in between, as `host:port`, and where it was configured. */
  proxy: z.exactOptional(
    z.object({
      address: z.string(),
      source: z.enum(['profile', 'settings', 'environment', 'system']),
    }),
  ),
  tls: z.exactOptional(
    z.object({
      protocol: z.string(),
      cipher: z.string(),
      subject: z.string(),
      issuer: z.string(),
      /** As the certificate says it. */
      validTo: z.string(),
    }),
  ),
})

/** One connection as it was negotiated. */
export type Connection = ReadOnly<z.output<typeof connectionSchema>>

const responseSchema = z.object({
  status: z.number(),
  statusText: z.string(),
  httpVersion: z.string(),
  headers: z.array(header),
  body: z.string(),
  /** Bytes as received, compressed or not. */
  size: z.number(),
  /** Bytes once decompressed, where a recording says it; that of the body without marks. */
  contentSize: z.exactOptional(z.number()),
  requestId: z.exactOptional(z.string()),
  /** Milliseconds that the server's clock is ahead of ours, by its Date header (±500 ms). */
  clockAhead: z.exactOptional(z.number()),
})

const attemptSchema = z.object({
  number: z.number(),
  at: instant,
  method: z.string(),
  url: z.string(),
  requestHeaders: z.array(header),
  requestBody: z.string(),
  /** Bytes as they went out. */
  requestSize: z.number(),
  phases: phasesSchema,
  connection: connectionSchema,
  response: z.exactOptional(responseSchema),
  failure: z.exactOptional(z.object({ code: z.string(), message: z.string() })),
  /** What a recording by another program left out; what Authscope performs lacks nothing. */
  notCaptured: z.exactOptional(z.array(notCaptured)),
})

/** One HTTP request of a call; the SDK may make several. Bodies hold marks instead of secrets. */
export type Attempt = ReadOnly<z.output<typeof attemptSchema>>

const openValueSchema = z.object({ name: z.string(), value: z.string(), note: z.string() })

/** A value of a computation, as it may be shown. */
export type OpenValue = ReadOnly<z.output<typeof openValueSchema>>

const openTokenSchema = z.object({
  use: z.enum(['id', 'access', 'refresh']),
  mark: z.string(),
  header: z.exactOptional(z.record(z.string(), z.unknown())),
  claims: z.exactOptional(z.record(z.string(), z.unknown())),
})

/** One token: its mark, and what it says when it can be read. The signature is never in here. */
export type OpenToken = ReadOnly<z.output<typeof openTokenSchema>>

const openAnswerSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('challenged'),
    challenge: z.string(),
    parameters: texts,
    availableChallenges: z.array(z.string()),
    /** Mark of the session that came. */
    session: z.exactOptional(z.string()),
  }),
  z.object({
    kind: z.literal('accepted'),
    /** Texts among the members of the answer. */
    values: texts,
    /** Mark of the session that came. */
    session: z.exactOptional(z.string()),
  }),
  z.object({
    kind: z.literal('tokens'),
    expiresIn: z.exactOptional(z.number()),
    tokens: z.array(openTokenSchema),
    newDevice: z.boolean(),
  }),
  z.object({
    kind: z.literal('refused'),
    error: z.string(),
    message: z.string(),
    status: z.number(),
  }),
  z.object({
    kind: z.literal('unreadable'),
    reason: z.string(),
    status: z.number(),
    detail: z.string(),
  }),
  z.object({ kind: z.literal('failed'), code: z.string(), message: z.string() }),
  /** The recording that the call comes from does not say what the answer was. */
  z.object({
    kind: z.literal('not captured'),
    status: z.exactOptional(z.number()),
    reason: z.string(),
    advice: z.exactOptional(z.string()),
  }),
])

/** An answer of the service, as it may be shown. */
export type OpenAnswer = ReadOnly<z.output<typeof openAnswerSchema>>

const triggerExecutionSchema = z.object({
  trigger: z.string(),
  triggerSource: z.string(),
  /** JSON text of the event as the function got it, with marks instead of secrets. */
  requestBody: z.string(),
  /** JSON text of what the function returned; absent when it did not. */
  body: z.exactOptional(z.string()),
  /** The refusal that its error, or its wrong answer, gave the caller. */
  refusal: z.exactOptional(z.object({ error: z.string(), message: z.string() })),
  /** What it printed, line by line. */
  console: z.array(z.string()),
  durationMs: z.number(),
})

/** One run of a Lambda trigger, as it may be shown. */
export type OpenTriggerExecution = ReadOnly<z.output<typeof triggerExecutionSchema>>

/** How a trace ends. */
export const traceOutcomes = [
  'tokens',
  'accepted',
  'refused',
  'failed',
  'not sent',
  'cancelled',
  /** The recording ends before the sign-in does, or lacks what would say how it ended. */
  'incomplete',
] as const
export type TraceOutcome = (typeof traceOutcomes)[number]

/** An event about one call; `step` counts the calls from 1. */
const ofStep = { at: instant, step: z.number() }

const eventSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('started'),
    at: instant,
    /** {@link traceVersion} of when it was written, or upgraded to. */
    version: z.number(),
    traceId: z.string(),
    application: z.string(),
    /** AuthFlow; of a trace that begins with another operation, the name of that. */
    flow: z.string(),
    username: z.string(),
    target: targetSchema,
    /** Absent where Authscope performed it. */
    origin: z.exactOptional(origin),
  }),
  z.object({
    type: z.literal('computed'),
    ...ofStep,
    what: z.string(),
    durationMs: z.number(),
    values: z.array(openValueSchema),
  }),
  z.object({
    type: z.literal('sent'),
    ...ofStep,
    operation: z.string(),
    /** The challenge that the call answers. */
    challenge: z.exactOptional(z.string()),
    /** Who gave the answer; `application`: another program, whose call was recorded. */
    by: z.enum(['person', 'automatic', 'application']),
    /** What ties a recorded call to those before it. */
    link: z.exactOptional(link),
    /** Title of the fault to inject. */
    fault: z.exactOptional(z.string()),
    /** Mark of the session that went along. */
    session: z.exactOptional(z.string()),
  }),
  /** What is known of the secrets of a call without showing them; step 0 is before the calls. */
  z.object({ type: z.literal('facts'), ...ofStep, facts: z.array(fact) }),
  z.object({ type: z.literal('attempted'), ...ofStep, attempt: attemptSchema }),
  /** A Lambda trigger of the practice pool ran for the call; no other pool tells of its own. */
  z.object({ type: z.literal('triggered'), ...ofStep, run: triggerExecutionSchema }),
  z.object({
    type: z.literal('answered'),
    ...ofStep,
    /** Absent where the recording has no clock to believe. */
    durationMs: z.exactOptional(z.number()),
    answer: openAnswerSchema,
  }),
  z.object({
    type: z.literal('prompted'),
    at: instant,
    /** The step that the answer will be. */
    step: z.number(),
    challenge: z.string(),
    username: z.string(),
    parameters: texts,
    /** AvailableChallenges that were received with it; absent if there were none. */
    available: z.exactOptional(z.array(z.string())),
    session: z.exactOptional(z.string()),
    /** When the session was received; its age limit counts from here. */
    sessionAt: instant,
    /** Why no automatic answer was made, where there could be one. */
    notComputable: z.exactOptional(z.string()),
    /** True when the last answer was refused and the same session takes another. */
    again: z.boolean(),
  }),
  z.object({
    type: z.literal('ended'),
    at: instant,
    outcome: z.enum(traceOutcomes),
    message: z.exactOptional(z.string()),
  }),
])

/** One thing that happened in a sign-in. */
export type TraceEvent = ReadOnly<z.output<typeof eventSchema>>
export const traceEvent: z.ZodMiniType<TraceEvent> = eventSchema

const traceSchema = z.object({ events: z.array(traceEvent), secrets: z.array(markedSecret) })

/** A whole trace: its events, and what is known of the secrets behind their marks. */
export type Trace = ReadOnly<z.output<typeof traceSchema>>
export const trace: z.ZodMiniType<Trace> = traceSchema
