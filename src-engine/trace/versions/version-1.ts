import { z } from 'zod/mini'
import type { TraceOfVersion2 } from './version-2.ts'

// The first version of a trace, as it was: frozen.

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
    session: z.exactOptional(z.string()),
  }),
  z.object({ type: z.literal('attempted'), at: z.number(), step: z.number(), attempt }),
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

/** The shape of a trace of the first version. */
export const traceOfVersion1 = z.object({
  events: z.array(event),
  secrets: z.array(secret),
})

/** The second version knows `triggered` and `mistake` as well, and changes nothing that was there. */
export const toVersion2 = ({
  events,
  secrets,
}: z.output<typeof traceOfVersion1>): TraceOfVersion2 => ({
  events: events.map((one) => (one.type === 'started' ? { ...one, version: 2 } : one)),
  secrets,
})
