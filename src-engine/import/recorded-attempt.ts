import { nestsTooDeep } from '../json/nesting.ts'
import { Secret } from '../secret/secret.ts'
import { textOf } from '../tokens/base64url.ts'
import type { Attempt, Instant } from '../trace/event.ts'
import type { MarkRegistry } from '../trace/mark-registry.ts'
import type { NotCaptured } from '../trace/not-captured.ts'
import { redactAttempt } from '../redaction/redact-attempt.ts'
import { headersByName } from './recorded-answer.ts'
import type { RecordedCall } from './recorded-call.ts'

/** A recorded call as an attempt of a step, with marks instead of its secrets. */
export function recordedAttempt(
  call: RecordedCall,
  number: number,
  at: Instant,
  marks: MarkRegistry,
): Attempt {
  const { clockAhead, connection, failure, phases, request, response } = call
  const requestId = headersByName(response?.headers ?? [])['x-amzn-requestid']
  const notCaptured = everythingLacking(call)
  return redactAttempt(
    {
      number,
      at,
      method: 'POST',
      url: call.url ?? '',
      requestHeaders: request.headers ?? [],
      requestBody: textOrMark(request.body, marks),
      requestSize: request.size ?? request.body?.length ?? 0,
      phases: phases ?? {},
      connection: connection ?? {},
      ...(response && {
        response: {
          status: response.status,
          statusText: response.statusText,
          httpVersion: response.httpVersion,
          headers: response.headers ?? [],
          body: withTokensMarked(response.body, marks),
          size: response.size ?? response.body?.length ?? 0,
          ...(response.contentSize !== undefined && { contentSize: response.contentSize }),
          ...(requestId !== undefined && { requestId }),
          ...(clockAhead !== undefined && { clockAhead }),
        },
      }),
      ...(failure && { failure }),
      ...(notCaptured.length > 0 && { notCaptured }),
    },
    marks,
  )
}

/** What the recording says that it lacks, and what is not there without a word. */
function everythingLacking(call: RecordedCall): readonly NotCaptured[] {
  const { connection, failure, notCaptured, phases, request, response } = call
  const said = new Set(notCaptured.map(({ part }) => part))
  const silent: NotCaptured[] = []
  const lacks = (absent: boolean, part: NotCaptured['part']) => {
    if (absent && !said.has(part)) silent.push({ part, reason: 'The recording does not have it.' })
  }
  lacks(request.headers === undefined, 'request headers')
  lacks(request.body === undefined, 'request body')
  lacks(response === undefined && failure === undefined, 'response')
  lacks(response !== undefined && response.headers === undefined, 'response headers')
  lacks(
    response !== undefined && response.body === undefined && failure === undefined,
    'response body',
  )
  lacks(call.at === undefined, 'start time')
  lacks(phases === undefined && connection === undefined, 'timings')
  return [...notCaptured, ...silent]
}

/** Whether the members of a body can be distinguished, complete or truncated. */
const isReadable = (text: string): boolean => /^\s*\{/.test(text) && !nestsTooDeep(text)

/** A body that is no JSON object cannot be searched for members: all of it counts as secret. */
function textOrMark(body: Uint8Array | undefined, marks: MarkRegistry): string {
  const text = body ? textOf(body) : ''
  return text === '' || isReadable(text) ? text : marks.mark(Secret.of('body', text))
}

const jwt = /\beyJ[\w-]{10,2000}\.[\w-]+\.[\w-]*(?:\.[\w-]+)*/g

/** An answer that is no JSON, such as the page of a proxy, is shown; tokens in it are not. */
function withTokensMarked(body: Uint8Array | undefined, marks: MarkRegistry): string {
  const text = body ? textOf(body) : ''
  if (isReadable(text)) return text
  if (/^\s*[{[]/.test(text)) return textOrMark(body, marks)
  return text.replace(jwt, (token) => marks.mark(Secret.of('access token', token)))
}
