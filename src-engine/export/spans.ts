import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { diagnose } from '../diagnosis/diagnose.ts'
import type { Attempt, Trace, TraceEvent } from '../trace/event.ts'
import { timeline, type Timeline, type TimelineStep } from '../trace/timeline.ts'
import { answerText } from './sequence.ts'

/** Values of a span’s attributes. */
export type SpanAttributes = Readonly<Record<string, string | number | boolean>>

/** One span of a sign-in, as OpenTelemetry has it; times are milliseconds since 1970. */
export interface SignInSpan {
  /** 32 hex digits. */
  readonly traceId: string
  /** 16 hex digits. */
  readonly spanId: string
  readonly parentSpanId?: string
  readonly name: string
  readonly kind: 'client' | 'internal'
  readonly startedAt: number
  readonly endedAt: number
  readonly attributes: SpanAttributes
  readonly error?: string
  readonly events: readonly {
    readonly name: string
    readonly at: number
    readonly attributes: SpanAttributes
  }[]
  /** The span whose challenge this one answers, and how long the answer took. */
  readonly link?: { readonly spanId: string; readonly attributes: SpanAttributes }
}

/**
 * A redacted trace as spans: one for the sign-in, one for each call, one for each attempt. Sent
 * twice, a trace has the same ids.
 */
export function spansOf({ events }: Trace): readonly SignInSpan[] {
  const view = timeline(events)
  const ids = {
    traceId: hashOf(view.traceId, 32),
    of: (...parts: readonly (number | string)[]) => hashOf([view.traceId, ...parts].join('/'), 16),
  }
  const steps = view.steps.filter(({ operation }) => operation !== undefined)
  return [
    rootSpan(view, events, ids),
    ...steps.flatMap((step, index) => [
      callSpan(step, steps[index - 1], ids),
      ...step.attempts.map((attempt) => attemptSpan(step, attempt, ids)),
    ]),
  ]
}

interface SpanIds {
  readonly traceId: string
  readonly of: (...parts: readonly (number | string)[]) => string
}

const hashOf = (text: string, length: number): string =>
  bytesToHex(sha256(utf8ToBytes(text))).slice(0, length)

function rootSpan(view: Timeline, events: readonly TraceEvent[], ids: SpanIds): SignInSpan {
  const { endedAt, flow, message, startedAt, state, target, username } = view
  const end = endedAt ?? events.at(-1)?.at ?? startedAt
  return {
    traceId: ids.traceId,
    spanId: ids.of('sign-in'),
    name: `sign-in ${flow}`,
    kind: 'internal',
    startedAt,
    endedAt: Math.max(startedAt, end),
    attributes: {
      'authscope.flow': flow,
      'authscope.outcome': state,
      'authscope.origin': view.origin.kind,
      ...(target && {
        'cloud.region': target.region,
        'authscope.user_pool_id': target.userPoolId,
        'authscope.client_id': target.clientId,
        'authscope.practice': target.practice,
      }),
      ...(username !== '' && { 'user.hash': username.replace(/^‹[a-z ]+ ([0-9a-f]+)›$/, '$1') }),
    },
    ...((state === 'refused' || state === 'failed') && { error: message ?? state }),
    events: diagnose(events)
      .filter(({ verdict }) => verdict !== 'excluded')
      .map(({ code, rule, step, title, verdict }) => ({
        name: 'authscope.cause',
        at: end,
        attributes: {
          'authscope.cause.code': code,
          'authscope.cause.rule': rule,
          'authscope.cause.title': title,
          'authscope.cause.verdict': verdict,
          'authscope.step': step,
        },
      })),
  }
}

function callSpan(step: TimelineStep, before: TimelineStep | undefined, ids: SpanIds): SignInSpan {
  const { answer, attempts, at, challenge, durationMs, number, operation = '' } = step
  const requestId = attempts.at(-1)?.response?.requestId
  const failed = answer?.kind === 'refused' || answer?.kind === 'failed'
  const answered = before && before.at + (before.durationMs ?? 0)
  return {
    traceId: ids.traceId,
    spanId: ids.of(number),
    parentSpanId: ids.of('sign-in'),
    name: `CognitoIdentityProvider.${operation}`,
    kind: 'client',
    startedAt: at,
    endedAt: at + (durationMs ?? 0),
    attributes: {
      // The conventions are moving from the first names to the second: backends know either.
      'rpc.system': 'aws-api',
      'rpc.system.name': 'aws-api',
      'rpc.service': 'CognitoIdentityProvider',
      'rpc.method': operation,
      ...(requestId !== undefined && { 'aws.request_id': requestId }),
      ...(challenge !== undefined && { 'authscope.answers': challenge }),
      'authscope.step': number,
      'authscope.outcome': answerText(step).text,
      ...(answer?.kind === 'refused' && { 'error.type': answer.error }),
      ...(answer?.kind === 'failed' && { 'error.type': answer.code }),
    },
    ...(failed && { error: answer.message }),
    events: step.triggers.map(({ durationMs: ms, refusal, triggerSource }) => ({
      name: 'authscope.trigger',
      at,
      attributes: {
        'authscope.trigger.source': triggerSource,
        'authscope.trigger.duration_ms': ms,
        ...(refusal && { 'error.type': refusal.error }),
      },
    })),
    ...(before?.answer?.kind === 'challenged' &&
      answered !== undefined && {
        link: {
          spanId: ids.of(before.number),
          attributes: { 'authscope.waited_ms': Math.max(0, at - answered) },
        },
      }),
  }
}

function attemptSpan({ number }: TimelineStep, attempt: Attempt, ids: SpanIds): SignInSpan {
  const { at, failure, method, phases, response, url } = attempt
  const { hostname, port } = hostAndPort(url)
  // The conventions count 4xx as an error of a client, without a message: the status says it.
  const refused = response !== undefined && response.status >= 400
  return {
    traceId: ids.traceId,
    spanId: ids.of(number, attempt.number),
    parentSpanId: ids.of(number),
    name: method,
    kind: 'client',
    startedAt: at,
    endedAt: at + Object.values<number>(phases).reduce((sum, ms) => sum + ms, 0),
    attributes: {
      'http.request.method': method,
      'url.full': url,
      ...(hostname !== '' && { 'server.address': hostname }),
      ...(port !== '' && { 'server.port': Number(port) }),
      ...(attempt.number > 1 && { 'http.request.resend_count': attempt.number - 1 }),
      ...(response && { 'http.response.status_code': response.status }),
      ...(response?.httpVersion && { 'network.protocol.version': response.httpVersion }),
      ...(refused && { 'error.type': String(response.status) }),
      ...(failure && { 'error.type': failure.code }),
    },
    ...(refused && { error: '' }),
    ...(failure && { error: failure.message }),
    events: [],
  }
}

const defaultPorts: ReadonlyMap<string, string> = new Map([
  ['http', '80'],
  ['https', '443'],
])

function hostAndPort(url: string): { readonly hostname: string; readonly port: string } {
  const [, scheme = '', hostname = '', port] =
    /^([a-z]+):\/\/(\[[^\]]*\]|[^/:?#]*)(?::(\d+))?/i.exec(url) ?? []
  return { hostname, port: port ?? defaultPorts.get(scheme.toLowerCase()) ?? '' }
}
