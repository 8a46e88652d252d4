import { z } from 'zod/mini'
import type { Trace, TraceEvent } from '../event.ts'

// The second version of a trace, as it was: frozen.

const texts = z.record(z.string(), z.string())
const headers = z.array(z.tuple([z.string(), z.string()]))

const attempt = z.object({
  number: z.number(),
  at: z.number(),
  method: z.string(),
  url: z.string(),
  requestHeaders: headers,
  requestBody: z.string(),
  requestSize: z.number(),
  phases: z.object({
    blocked: z.exactOptional(z.number()),
    dns: z.exactOptional(z.number()),
    connect: z.exactOptional(z.number()),
    tls: z.exactOptional(z.number()),
    send: z.exactOptional(z.number()),
    wait: z.exactOptional(z.number()),
    receive: z.exactOptional(z.number()),
  }),
  connection: z.object({
    reused: z.boolean(),
    remoteAddress: z.exactOptional(z.string()),
    tls: z.exactOptional(
      z.object({
        protocol: z.string(),
        cipher: z.string(),
        subject: z.string(),
        issuer: z.string(),
        validTo: z.string(),
      }),
    ),
  }),
  response: z.exactOptional(
    z.object({
      status: z.number(),
      statusText: z.string(),
      httpVersion: z.string(),
      headers,
      body: z.string(),
      size: z.number(),
      requestId: z.exactOptional(z.string()),
      clockAhead: z.exactOptional(z.number()),
    }),
  ),
  failure: z.exactOptional(z.object({ code: z.string(), message: z.string() })),
})

const answer = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('challenged'),
    challenge: z.string(),
    parameters: texts,
    availableChallenges: z.array(z.string()),
    session: z.exactOptional(z.string()),
  }),
  z.object({
    kind: z.literal('accepted'),
    values: texts,
    session: z.exactOptional(z.string()),
  }),
  z.object({
    kind: z.literal('tokens'),
    expiresIn: z.exactOptional(z.number()),
    tokens: z.array(
      z.object({
        use: z.enum(['id', 'access', 'refresh']),
        mark: z.string(),
        header: z.exactOptional(z.record(z.string(), z.unknown())),
        claims: z.exactOptional(z.record(z.string(), z.unknown())),
      }),
    ),
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
])

const event = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('started'),
    at: z.number(),
    version: z.number(),
    traceId: z.string(),
    application: z.string(),
    flow: z.string(),
    username: z.string(),
    target: z.object({
      profileName: z.string(),
      region: z.string(),
      userPoolId: z.string(),
      clientId: z.string(),
      endpoint: z.string(),
      practice: z.boolean(),
    }),
  }),
  z.object({
    type: z.literal('made'),
    at: z.number(),
    step: z.number(),
    what: z.string(),
    durationMs: z.number(),
    values: z.array(z.object({ name: z.string(), value: z.string(), note: z.string() })),
  }),
  z.object({
    type: z.literal('sent'),
    at: z.number(),
    step: z.number(),
    operation: z.string(),
    challenge: z.exactOptional(z.string()),
    by: z.enum(['person', 'automatic']),
    mistake: z.exactOptional(z.string()),
    session: z.exactOptional(z.string()),
  }),
  z.object({ type: z.literal('attempted'), at: z.number(), step: z.number(), attempt }),
  z.object({
    type: z.literal('triggered'),
    at: z.number(),
    step: z.number(),
    run: z.object({
      trigger: z.string(),
      triggerSource: z.string(),
      requestBody: z.string(),
      body: z.exactOptional(z.string()),
      refusal: z.exactOptional(z.object({ error: z.string(), message: z.string() })),
      console: z.array(z.string()),
      durationMs: z.number(),
    }),
  }),
  z.object({
    type: z.literal('answered'),
    at: z.number(),
    step: z.number(),
    durationMs: z.number(),
    answer,
  }),
  z.object({
    type: z.literal('asked'),
    at: z.number(),
    step: z.number(),
    challenge: z.string(),
    username: z.string(),
    parameters: texts,
    available: z.exactOptional(z.array(z.string())),
    session: z.exactOptional(z.string()),
    sessionAt: z.number(),
    notMade: z.exactOptional(z.string()),
    again: z.boolean(),
  }),
  z.object({
    type: z.literal('ended'),
    at: z.number(),
    outcome: z.enum(['tokens', 'accepted', 'refused', 'failed', 'not sent', 'cancelled']),
    message: z.exactOptional(z.string()),
  }),
])

const secret = z.object({
  mark: z.string(),
  kind: z.enum([
    'password',
    'client secret',
    'secret hash',
    'session',
    'code',
    'totp secret',
    'otpauth uri',
    'secret block',
    'signature',
    'srp private',
    'srp key',
    'id token',
    'access token',
    'refresh token',
    'device secret',
    'passkey key',
    'context data',
    'custom answer',
    'feedback token',
    'header',
    'body',
    'text',
  ]),
  length: z.number(),
})

/** The shape of a trace of the second version. */
export const traceOfVersion2 = z.object({
  events: z.array(event),
  secrets: z.array(secret),
})
export type TraceOfVersion2 = z.output<typeof traceOfVersion2>

/**
 * The third version has two events and two members of events under their standard names. It knows
 * facts, origins and what was not captured as well.
 */
export const toVersion3 = ({ events, secrets }: TraceOfVersion2): Trace => ({
  events: events.map(eventOfVersion3),
  secrets,
})

function eventOfVersion3(one: TraceOfVersion2['events'][number]): TraceEvent {
  switch (one.type) {
    case 'started':
      return { ...one, version: 3 }
    case 'made':
      return { ...one, type: 'computed' }
    case 'asked': {
      const { notMade, ...rest } = one
      return { ...rest, type: 'prompted', ...(notMade !== undefined && { notComputable: notMade }) }
    }
    case 'sent': {
      const { mistake, ...rest } = one
      return { ...rest, ...(mistake !== undefined && { fault: mistake }) }
    }
    default:
      return one
  }
}
