import type { TransportFailure } from '../wire/transport-failure.ts'
import { textOf } from '../tokens/base64url.ts'
import type { OpenAnswer } from '../trace/event.ts'
import type { CapturedPart, NotCaptured } from '../trace/not-captured.ts'
import { readAnswer, type Answer } from '../wire/read-answer.ts'
import type { RecordedCall, RecordedHeader } from './recorded-call.ts'

type NotCapturedAnswer = Extract<OpenAnswer, { kind: 'not captured' }>

/** What the answer to a recorded call was, or why the recording does not say it. */
export function recordedAnswer(call: RecordedCall): Answer | TransportFailure | NotCapturedAnswer {
  const { failure, notCaptured, operation, response } = call
  if (failure) return { kind: 'failed', ...failure }
  if (!response) return notSaid(notCaptured, 'response', undefined)
  const { body, status } = response
  const headers = headersByName(response.headers ?? [])
  // The headers of a refusal say what its body does.
  if (!body && headers['x-amzn-errortype'] === undefined)
    return notSaid(notCaptured, 'response body', status)
  return readAnswer({ status, headers, body: body ? textOf(body) : '' }, operation)
}

function notSaid(
  notCaptured: readonly NotCaptured[],
  part: CapturedPart,
  status: number | undefined,
): NotCapturedAnswer {
  const found = notCaptured.find((one) => one.part === part)
  return {
    kind: 'not captured',
    ...(status !== undefined && { status }),
    reason: found?.reason ?? 'The recording does not have it.',
    ...(found?.advice !== undefined && { advice: found.advice }),
  }
}

/** Headers by lowercase name; the first of several counts. */
export function headersByName(
  headers: readonly RecordedHeader[],
): Readonly<Record<string, string>> {
  const byName: Record<string, string> = {}
  for (const [name, value] of headers) byName[name.toLowerCase()] ??= value
  return byName
}
