import type {
  Attempt,
  Connection,
  OpenAnswer,
  OpenToken,
  OpenTriggerExecution,
  OpenValue,
  Phases,
  Trace,
  TraceEvent,
  TraceTarget,
} from './event.ts'
import type { Fact } from './fact.ts'
import type { MarkedSecret } from './mark-registry.ts'
import type { NotCaptured } from './not-captured.ts'
import type { ChainStart, Link, Origin } from './origin.ts'
import {
  anything,
  factValue,
  flag,
  list,
  number,
  object,
  oneOf,
  optional,
  pair,
  record,
  text,
  variant,
  type Shape,
} from './shape.ts'

type EventOf<T extends TraceEvent['type']> = Extract<TraceEvent, { type: T }>
type OriginOf<K extends Origin['kind']> = Extract<Origin, { kind: K }>
type StartOf<K extends ChainStart['kind']> = Extract<ChainStart, { kind: K }>
type AnswerOf<K extends OpenAnswer['kind']> = Extract<OpenAnswer, { kind: K }>

const phases = object<Phases>({
  blocked: optional(number),
  dns: optional(number),
  connect: optional(number),
  proxy: optional(number),
  tls: optional(number),
  send: optional(number),
  wait: optional(number),
  receive: optional(number),
})

const connection = object<Connection>({
  reused: optional(flag),
  remoteAddress: optional(text),
  proxy: optional(
    object<NonNullable<Connection['proxy']>>({
      address: text,
      source: oneOf('settings', 'environment', 'system'),
    }),
  ),
  tls: optional(
    object<NonNullable<Connection['tls']>>({
      protocol: text,
      cipher: text,
      subject: text,
      issuer: text,
      validTo: text,
    }),
  ),
})

const attempt = object<Attempt>({
  number,
  at: number,
  method: text,
  url: text,
  requestHeaders: list(pair),
  requestBody: text,
  requestSize: number,
  phases,
  connection,
  response: optional(
    object<NonNullable<Attempt['response']>>({
      status: number,
      statusText: text,
      httpVersion: text,
      headers: list(pair),
      body: text,
      size: number,
      requestId: optional(text),
      clockAhead: optional(number),
    }),
  ),
  failure: optional(object<NonNullable<Attempt['failure']>>({ code: text, message: text })),
  notCaptured: optional(
    list(
      object<NotCaptured>({
        part: text as Shape<NotCaptured['part']>,
        reason: text,
        advice: optional(text),
      }),
    ),
  ),
})

const start = variant<'kind', ChainStart>('kind', {
  whole: object<StartOf<'whole'>>({ kind: oneOf('whole') }),
  'began before': object<StartOf<'began before'>>({
    kind: oneOf('began before'),
    missing: text as Shape<Link>,
  }),
  alone: object<StartOf<'alone'>>({
    kind: oneOf('alone'),
    why: oneOf('no link', 'not captured', 'ambiguous'),
  }),
})

const origin = variant<'kind', Origin>('kind', {
  performed: object<OriginOf<'performed'>>({ kind: oneOf('performed') }),
  watched: object<OriginOf<'watched'>>({ kind: oneOf('watched'), start }),
  imported: object<OriginOf<'imported'>>({
    kind: oneOf('imported'),
    start,
    format: text,
    file: text,
    tool: text,
  }),
})

const token = object<OpenToken>({
  use: oneOf('id', 'access', 'refresh'),
  mark: text,
  header: optional(record(anything)),
  claims: optional(record(anything)),
})

const answer = variant<'kind', OpenAnswer>('kind', {
  challenged: object<AnswerOf<'challenged'>>({
    kind: oneOf('challenged'),
    challenge: text,
    parameters: record(text),
    availableChallenges: list(text),
    session: optional(text),
  }),
  accepted: object<AnswerOf<'accepted'>>({
    kind: oneOf('accepted'),
    values: record(text),
    session: optional(text),
  }),
  tokens: object<AnswerOf<'tokens'>>({
    kind: oneOf('tokens'),
    expiresIn: optional(number),
    tokens: list(token),
    newDevice: flag,
  }),
  refused: object<AnswerOf<'refused'>>({
    kind: oneOf('refused'),
    error: text,
    message: text,
    status: number,
  }),
  unreadable: object<AnswerOf<'unreadable'>>({
    kind: oneOf('unreadable'),
    reason: text,
    status: number,
    detail: text,
  }),
  failed: object<AnswerOf<'failed'>>({ kind: oneOf('failed'), code: text, message: text }),
  'not captured': object<AnswerOf<'not captured'>>({
    kind: oneOf('not captured'),
    status: optional(number),
    reason: text,
    advice: optional(text),
  }),
})

const event = variant<'type', TraceEvent>('type', {
  started: object<EventOf<'started'>>({
    type: oneOf('started'),
    at: number,
    version: anything as Shape<EventOf<'started'>['version']>,
    traceId: text,
    application: text,
    flow: text,
    username: text,
    target: object<TraceTarget>({
      profileName: text,
      region: text,
      userPoolId: text,
      clientId: text,
      endpoint: text,
      practice: flag,
    }),
    origin: optional(origin),
  }),
  computed: object<EventOf<'computed'>>({
    type: oneOf('computed'),
    at: number,
    step: number,
    what: text,
    durationMs: number,
    values: list(object<OpenValue>({ name: text, value: text, note: text })),
  }),
  sent: object<EventOf<'sent'>>({
    type: oneOf('sent'),
    at: number,
    step: number,
    operation: text,
    challenge: optional(text),
    by: oneOf('person', 'automatic', 'application'),
    link: optional(text as Shape<Link>),
    fault: optional(text),
    session: optional(text),
  }),
  facts: object<EventOf<'facts'>>({
    type: oneOf('facts'),
    at: number,
    step: number,
    facts: list(object<Fact>({ name: text, values: record(factValue) })),
  }),
  attempted: object<EventOf<'attempted'>>({
    type: oneOf('attempted'),
    at: number,
    step: number,
    attempt,
  }),
  triggered: object<EventOf<'triggered'>>({
    type: oneOf('triggered'),
    at: number,
    step: number,
    run: object<OpenTriggerExecution>({
      trigger: text,
      triggerSource: text,
      requestBody: text,
      body: optional(text),
      refusal: optional(
        object<NonNullable<OpenTriggerExecution['refusal']>>({ error: text, message: text }),
      ),
      console: list(text),
      durationMs: number,
    }),
  }),
  answered: object<EventOf<'answered'>>({
    type: oneOf('answered'),
    at: number,
    step: number,
    durationMs: optional(number),
    answer,
  }),
  prompted: object<EventOf<'prompted'>>({
    type: oneOf('prompted'),
    at: number,
    step: number,
    challenge: text,
    username: text,
    parameters: record(text),
    available: optional(list(text)),
    session: optional(text),
    sessionAt: number,
    notComputable: optional(text),
    again: flag,
  }),
  ended: object<EventOf<'ended'>>({
    type: oneOf('ended'),
    at: number,
    outcome: oneOf(
      'tokens',
      'accepted',
      'refused',
      'failed',
      'not sent',
      'cancelled',
      'incomplete',
    ),
    message: optional(text),
  }),
})

/** What a trace of the present version looks like. Says `event.ts` once more, for run time. */
export const traceShape = object<Trace>({
  events: list(event),
  secrets: list(
    object<MarkedSecret>({ mark: text, kind: text as Shape<MarkedSecret['kind']>, length: number }),
  ),
})
