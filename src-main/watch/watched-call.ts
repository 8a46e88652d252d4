import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import type { RecordedCall } from '#engine/import/recorded-call.ts'
import type { NotCaptured } from '#engine/trace/not-captured.ts'
import { headersByName, type RawAttempt } from '#main/http/raw-attempt.ts'

/** Bytes of each body of a watched call that are kept; Cognito's are a few kilobytes. */
export const keptBytes = 1024 * 1024

/** A call as it passed through the recording endpoint. */
export interface PassedCall {
  readonly operation: string
  readonly attempt: RawAttempt
  /** From the beginning of the request to the end of the answer, a fault's delay included. */
  readonly durationMs: number
  /** Title of the fault that was injected on the way. */
  readonly fault?: string
}

/** What the chains are made of. */
export function watchedCall({ attempt, durationMs, fault, operation }: PassedCall): RecordedCall {
  const { at, connection, failure, phases, requestBody, requestHeaders, response, url } = attempt
  const { requestSize } = attempt
  const sizeLimit = 'It is larger than 1 MB, so it was forwarded whole and not kept.'
  const answered = response && decompressed(response)
  const notCaptured: NotCaptured[] = []
  if (requestSize !== undefined) notCaptured.push({ part: 'request body', reason: sizeLimit })
  if (response?.size !== undefined) notCaptured.push({ part: 'response body', reason: sizeLimit })
  else if (response && !answered)
    notCaptured.push({ part: 'response body', reason: 'Its compression could not be read.' })
  return {
    operation,
    at,
    durationMs,
    url,
    request: {
      headers: requestHeaders,
      ...(requestSize === undefined ? { body: requestBody } : { size: requestSize }),
    },
    ...(response && {
      response: {
        status: response.status,
        statusText: response.statusText,
        httpVersion: response.httpVersion,
        headers: response.headers,
        ...(response.size === undefined && answered ? { body: answered } : {}),
        ...(response.size !== undefined && { size: response.size }),
      },
    }),
    ...(failure && { failure: { code: failure.code, message: failure.message } }),
    phases,
    connection,
    ...(response?.clockAhead !== undefined && { clockAhead: response.clockAhead }),
    ...(fault !== undefined && { fault }),
    notCaptured,
  }
}

const decompress = new Map([
  ['gzip', gunzipSync],
  ['deflate', inflateSync],
  ['br', brotliDecompressSync],
])

function decompressed({
  body,
  headers,
}: NonNullable<RawAttempt['response']>): Uint8Array | undefined {
  const encoding = headersByName(headers)['content-encoding']?.toLowerCase() ?? 'identity'
  if (encoding === 'identity' || body.length === 0) return body
  try {
    return decompress.get(encoding)?.(body, { maxOutputLength: 8 * keptBytes })
  } catch {
    return undefined
  }
}
