import type { HttpHandlerOptions, HttpRequest, HttpResponse, RequestHandler } from '@smithy/types'
import type { Agents } from './agents.ts'
import { exchange } from './exchange.ts'
import { headersByName, type RawAttempt } from './raw-attempt.ts'

/** Passed with a call of the SDK, so that its attempts can be distinguished from other calls'. */
export interface RecordingOptions extends HttpHandlerOptions {
  readonly abortSignal: AbortSignal
  /** Called for each attempt when it is over. */
  readonly recorded: (attempt: RawAttempt) => void
  /** The attempts so far. */
  readonly attempts: readonly RawAttempt[]
}

/**
 * An HTTP handler for the AWS SDK that records every attempt. It reads the whole body itself, and
 * throws Node's own errors, from which the SDK decides whether to try again.
 */
export const recordingHandler = (
  agents: Agents,
): RequestHandler<HttpRequest, HttpResponse, HttpHandlerOptions> => ({
  metadata: { handlerProtocol: 'http/1.1' },
  handle: async (request, options) => {
    const { abortSignal, attempts, recorded } = options as RecordingOptions
    const { attempt, error } = await exchange(
      {
        method: request.method,
        url: urlOf(request),
        headers: Object.entries(request.headers),
        body: bytesOf(request.body),
        signal: abortSignal,
      },
      agents,
      attempts.length + 1,
    )
    recorded(attempt)
    const { response } = attempt
    if (error ?? !response) throw error ?? new Error('neither an answer nor a failure')
    return {
      response: {
        statusCode: response.status,
        reason: response.statusText,
        headers: { ...headersByName(response.headers) },
        body: response.body,
      },
    }
  },
})

function urlOf({ hostname, path, port, protocol, query }: HttpRequest): URL {
  const url = new URL(`${protocol}//${hostname}${port ? `:${String(port)}` : ''}${path}`)
  for (const [name, values] of Object.entries(query ?? {}))
    for (const value of [values].flat()) url.searchParams.append(name, value ?? '')
  return url
}

/** The SDK's bytes are a subclass that warns when it is looked at; these are plain ones. */
const bytesOf = (body: unknown): Uint8Array =>
  body instanceof Uint8Array
    ? Buffer.from(body.buffer, body.byteOffset, body.byteLength)
    : Buffer.from(typeof body === 'string' ? body : '')
