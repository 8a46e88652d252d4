import { utf8ToBytes } from '@noble/hashes/utils.js'
import { diagnose } from '../diagnosis/diagnose.ts'
import type { Attempt, OpenAnswer, Phases, Trace } from '../trace/event.ts'
import { timeline, type Timeline, type TimelineStep } from '../trace/timeline.ts'
import { unknownUrl } from '../trace/unknown-url.ts'
import { roundedMs } from '../units/milliseconds.ts'
import { harConnections } from './har-connections.ts'

type Headers = Attempt['requestHeaders']

/** The trace as HAR 1.2, indented. */
export const toHar = (trace: Trace): string =>
  `${JSON.stringify({ log: harLog(trace) }, null, 2)}\n`

/**
 * The trace as the log of a HAR 1.2: one page for the sign-in, one entry for each attempt. What HAR
 * has no place for is in members that begin with `_`. Marks stay as they are in the trace.
 * @param pageId which no other page of the file has
 */
export function harLog(trace: Trace, pageId = 'sign-in') {
  const view = timeline(trace.events)
  const started = trace.events.find((event) => event.type === 'started')
  const [name = 'Authscope', version = '0'] = started?.application.split(/ (?=\S+$)/) ?? []
  const connectionOf = harConnections()
  return {
    version: '1.2',
    creator: { name, version },
    pages: [{ ...page(view, pageId), _diagnosis: diagnose(trace.events) }],
    entries: view.steps.flatMap((step) =>
      step.attempts.map((attempt) => entry(step, attempt, pageId, connectionOf)),
    ),
    comment: `One Amazon Cognito sign-in. ${aboutMarks}`,
  }
}

/** What a reader of the file has to know about marks. */
export const aboutMarks =
  'A mark, which is a kind and a number in ‹›, stands for a secret or a personal value; the same value has the same mark throughout.'

const page = (
  { endedAt, facts, flow, startedAt, state, target, traceId }: Timeline,
  id: string,
) => ({
  startedDateTime: iso(startedAt),
  id,
  title: `${flow} to ${placesOf(target).join(', ') || 'an unknown pool'}`,
  pageTimings: { onContentLoad: -1, onLoad: endedAt === undefined ? -1 : endedAt - startedAt },
  _traceId: traceId,
  _outcome: state,
  ...(target && { _target: target }),
  // What was known before the first call.
  ...(facts.length > 0 && { _facts: facts }),
})

const placesOf = (target: Timeline['target']): readonly string[] =>
  [target?.userPoolId ?? '', target?.endpoint ?? ''].filter((place) => place !== '')

function entry(
  step: TimelineStep,
  attempt: Attempt,
  pageref: string,
  connectionOf: ReturnType<typeof harConnections>,
) {
  const timings = timingsOf(attempt.phases)
  const address = hostOf(attempt.connection.remoteAddress)
  const connection = connectionOf(attempt)
  return {
    pageref,
    startedDateTime: iso(attempt.at),
    time: total(timings),
    request: request(attempt),
    response: response(attempt),
    cache: {},
    timings,
    ...(address !== undefined && { serverIPAddress: address }),
    ...(connection !== undefined && { connection }),
    _resourceType: 'fetch',
    _step: step.number,
    _attempt: attempt.number,
    // The clock of the sign-in, by which its sessions and codes have their age.
    _sentAt: step.at,
    ...(step.durationMs !== undefined &&
      attempt === step.attempts.at(-1) && { _stepMs: roundedMs(step.durationMs) }),
    ...(step.operation !== undefined && { _operation: step.operation }),
    ...(step.challenge !== undefined && { _answers: step.challenge }),
    ...(step.by && { _answeredBy: step.by }),
    ...(step.fault !== undefined && { _fault: step.fault }),
    ...(step.facts.length > 0 && attempt === step.attempts[0] && { _facts: step.facts }),
    ...(step.answer && { _outcome: outcomeOf(step.answer) }),
    ...(step.triggers.length > 0 &&
      attempt === step.attempts.at(-1) && { _triggers: step.triggers }),
    ...(step.answer?.kind === 'tokens' &&
      attempt === step.attempts.at(-1) && { _claims: claimsOf(step.answer) }),
    ...(attempt.notCaptured && { _notCaptured: attempt.notCaptured }),
    ...(attempt.connection.tls && { _tls: attempt.connection.tls }),
    ...(attempt.connection.proxy && { _proxy: attempt.connection.proxy }),
    ...(attempt.response?.requestId !== undefined && { _requestId: attempt.response.requestId }),
    ...(attempt.response?.clockAhead !== undefined && {
      _clockAheadMs: attempt.response.clockAhead,
    }),
  }
}

/** What the tokens of an answer say, which stands behind marks in its body. */
const claimsOf = ({ tokens }: Extract<OpenAnswer, { kind: 'tokens' }>) =>
  tokens
    .filter(({ claims, header }) => claims ?? header)
    .map(({ claims, header, use }) => ({ use, header, claims }))

function outcomeOf(answer: OpenAnswer): string {
  switch (answer.kind) {
    case 'challenged':
      return `challenge ${answer.challenge}`
    case 'accepted':
      return 'accepted'
    case 'tokens':
      return 'tokens'
    case 'refused':
      return answer.error
    case 'unreadable':
      return answer.reason
    case 'failed':
      return answer.code
    case 'not captured':
      return 'not captured'
  }
}

function request({ method, requestBody, requestHeaders, requestSize, response, url }: Attempt) {
  return {
    method,
    url: url === '' ? unknownUrl : url,
    httpVersion: httpVersion(response?.httpVersion),
    cookies: [],
    headers: headersOf(requestHeaders),
    queryString: queryOf(url),
    ...(requestBody !== '' && {
      postData: {
        mimeType: header(requestHeaders, 'content-type') ?? 'application/x-amz-json-1.1',
        text: requestBody,
      },
    }),
    headersSize: -1,
    bodySize: requestSize,
  }
}

function response({ failure, notCaptured, response }: Attempt) {
  const error = failure && { _error: `${failure.code}: ${failure.message}` }
  if (!response)
    return {
      // Browsers write 0 for a request that got no answer, and read it so.
      status: 0,
      statusText: '',
      httpVersion: httpVersion(undefined),
      cookies: [],
      headers: [],
      content: { size: 0, mimeType: 'x-unknown' },
      redirectURL: '',
      headersSize: -1,
      // Unknown is only what a recording left out.
      bodySize: notCaptured?.some(({ part }) => part === 'response') === true ? -1 : 0,
      ...error,
    }
  const bodyLacks =
    response.body === '' && (notCaptured?.some(({ part }) => part === 'response body') ?? false)
  return {
    status: response.status,
    statusText: response.statusText,
    httpVersion: httpVersion(response.httpVersion),
    cookies: [],
    headers: headersOf(response.headers),
    content: {
      size:
        response.contentSize ??
        (bodyLacks ? Math.max(0, response.size) : utf8ToBytes(response.body).length),
      mimeType: header(response.headers, 'content-type') ?? 'x-unknown',
      // No text says that it was not captured; an empty one that it was empty.
      ...(!bodyLacks && { text: response.body }),
    },
    redirectURL: header(response.headers, 'location') ?? '',
    headersSize: -1,
    bodySize: response.size,
    ...error,
  }
}

/** HAR wants -1 for a phase that did not happen, but never for these three. */
const timingsOf = ({ blocked, connect, dns, proxy, receive, send, tls, wait }: Phases) => ({
  blocked: blocked ?? -1,
  dns: dns ?? -1,
  // HAR counts the TLS handshake and the proxy as parts of connecting, and names TLS once more.
  connect:
    connect === undefined && proxy === undefined && tls === undefined
      ? -1
      : (connect ?? 0) + (proxy ?? 0) + (tls ?? 0),
  ssl: tls ?? -1,
  send: send ?? 0,
  wait: wait ?? 0,
  receive: receive ?? 0,
})

const total = ({ ssl: _inConnect, ...counted }: ReturnType<typeof timingsOf>): number =>
  roundedMs(Object.values(counted).reduce((sum, phase) => sum + Math.max(0, phase), 0))

const headersOf = (headers: Headers) => headers.map(([name, value]) => ({ name, value }))

const header = (headers: Headers, wanted: string): string | undefined =>
  headers.find(([name]) => name.toLowerCase() === wanted)?.[1]

const httpVersion = (version: string | undefined): string =>
  version === undefined || version === '' ? 'HTTP/1.1' : version.replace(/^(?=\d)/, 'HTTP/')

function queryOf(url: string): readonly { readonly name: string; readonly value: string }[] {
  const query = /\?([^#]+)/.exec(url)?.[1]
  if (query === undefined) return []
  return query.split('&').map((part) => {
    const [name = '', ...value] = part.split('=')
    return { name: decoded(name), value: decoded(value.join('=')) }
  })
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

/** An address without its port and brackets, as HAR wants it. */
const hostOf = (address: string | undefined): string | undefined =>
  address?.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')

/** Times that no calendar has (of a damaged trace) read as 1970. */
const iso = (at: number): string =>
  new Date(Number.isFinite(at) && Math.abs(at) <= 8.64e15 ? at : 0).toISOString()
