import * as http from 'node:http'
import * as https from 'node:https'
import type { AddressInfo } from 'node:net'
import { setTimeout as passed } from 'node:timers/promises'
import { roundedMs } from '#engine/units/milliseconds.ts'
import type { Agents } from '#main/http/agents.ts'
import type { Exchanged } from '#main/http/exchange-record.ts'
import { headerPairs, type RawAttempt } from '#main/http/raw-attempt.ts'
import type { ActiveFaults } from '#pool/faults/active-faults.ts'
import { whyRefused } from './allowed-caller.ts'
import { drawFault, type DrawnFault } from './faults-on-the-way.ts'
import {
  applicationLeft,
  forward,
  movedDate,
  NotSigned,
  writeHead,
  type SignCall,
} from './forward.ts'
import { cutOff, errorAnswer, sendOwnAnswer, sendPreflight, type OwnAnswer } from './own-answer.ts'
import { needsNewSignature, notSignedAgain, unforwardable } from './signed-call.ts'
import { keptBytes, type PassedCall } from './watched-call.ts'
import { KeptBody } from '#main/http/kept-body.ts'

/** What a recording endpoint is started with. */
export interface RecordingEndpointOptions {
  /** Where calls are forwarded to: Cognito, or the practice pool. */
  readonly upstream: URL
  readonly agents: Agents
  /** 0, the default, takes any free port. */
  readonly port?: number
  /** Origins that may call in addition to loopback ones. */
  readonly allowedOrigins?: readonly string[]
  readonly faults?: ActiveFaults
  /** Signs calls of administrators again, for the host that they are forwarded to. */
  readonly sign?: SignCall
  /** PEM strings; absent for plain HTTP. */
  readonly certificate?: { readonly key: string; readonly cert: string }
  /** Called for each call to the service once it is over, in the order in which they ended. */
  readonly passed: (call: PassedCall) => void
  /** Called when a request was turned away, with the reason. */
  readonly refused?: (why: string) => void
}

/** A recording endpoint at work on a port of 127.0.0.1. */
export interface RecordingEndpoint {
  /** Like `http://127.0.0.1:9234`, without a slash at the end. */
  readonly url: string
  readonly port: number
  /** Calls that are under way. */
  readonly inFlight: () => number
  /** Ends every connection and frees the port. */
  readonly close: () => Promise<void>
}

/** The header that names the operation, and what it begins with. */
const targetHeader = 'x-amz-target'
const targetPrefix = 'AWSCognitoIdentityProviderService.'

/**
 * Starts an endpoint on 127.0.0.1 that forwards every request to the service and back, and tells of
 * each call to it.
 * @throws Error with code EADDRINUSE when the port is taken
 */
export async function startRecordingEndpoint(
  options: RecordingEndpointOptions,
): Promise<RecordingEndpoint> {
  const { certificate } = options
  // Longer than any client keeps an idle connection, so that none is closed under a request.
  const settings = { keepAliveTimeout: 75_000, requestTimeout: 0 }
  const server = certificate
    ? https.createServer({ ...settings, ...certificate })
    : http.createServer(settings)
  let inFlight = 0
  server.on('request', (request: http.IncomingMessage, response: http.ServerResponse) => {
    inFlight += 1
    handle(request, response, options)
      .catch(() => response.destroy())
      .finally(() => {
        inFlight -= 1
      })
  })
  const port = await listen(server, options.port ?? 0)
  return {
    url: `${certificate ? 'https' : 'http'}://127.0.0.1:${String(port)}`,
    port,
    inFlight: () => inFlight,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}

async function handle(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  options: RecordingEndpointOptions,
): Promise<void> {
  const why = whyRefused(request, options.allowedOrigins ?? [])
  if (why !== undefined) {
    request.resume()
    options.refused?.(why)
    sendOwnAnswer(response, errorAnswer(403, 'ForbiddenException', why), { readable: false })
    return
  }
  if (request.method === 'OPTIONS' && 'access-control-request-method' in request.headers) {
    sendPreflight(request, response)
    return
  }
  await pass(request, response, options)
}

/** Forwards a request, or answers in the place of the service, and tells of it. */
async function pass(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  options: RecordingEndpointOptions,
): Promise<void> {
  const { faults, upstream } = options
  const begin = performance.now()
  const operation = operationOf(request)
  const fault = operation === undefined ? undefined : drawFault(faults, operation)
  const sign =
    operation !== undefined && needsNewSignature(request.headers, operation, upstream)
      ? (options.sign ?? 'missing')
      : undefined
  const ownAnswer =
    fault?.replacedAnswer ??
    (sign === 'missing' ? unforwardable(operation ?? '', request.headers.host ?? '') : undefined)
  const attempt = ownAnswer
    ? await answerOwn(request, response, ownAnswer, fault)
    : await answerForwarded(
        { request, response },
        options,
        fault,
        sign === 'missing' ? undefined : sign,
      ).catch((error: unknown) => {
        if (!(error instanceof NotSigned)) throw error
        const answer = notSignedAgain(operation ?? '', error.message)
        return answerOwn(request, response, answer, fault, error.body)
      })
  if (operation === undefined) return
  options.passed({
    operation,
    attempt,
    durationMs: roundedMs(performance.now() - begin),
    ...(fault && { fault: fault.title }),
  })
}

interface Messages {
  readonly request: http.IncomingMessage
  readonly response: http.ServerResponse
}

async function answerForwarded(
  { request, response }: Messages,
  { agents, upstream }: RecordingEndpointOptions,
  fault: DrawnFault | undefined,
  sign: SignCall | undefined,
): Promise<RawAttempt> {
  const clockAhead = fault?.clockAhead ?? 0
  const hold = fault !== undefined && (fault.isCut || fault.delayMs > 0)
  const exchanged = await forward(request, response, {
    agents,
    clockAhead,
    hold,
    upstream,
    ...(sign && { sign }),
  })
  const { attempt } = exchanged
  const late = hold ? attempt.response : undefined
  if (late && !attempt.failure) {
    await Promise.race([
      passed(fault?.delayMs ?? 0, undefined, { ref: false }),
      new Promise((resolve) => response.once('close', resolve)),
    ])
    if (fault && response.destroyed)
      return asTheClientSaw({ ...attempt, failure: applicationLeft().failure }, fault)
    writeHead(response, late, clockAhead)
    if (!fault?.isCut) response.end(late.body)
    else cutOff(response, late.body)
  } else if (attempt.failure) answerFailure(response, exchanged)
  return fault ? asTheClientSaw(attempt, fault) : attempt
}

/** What went wrong on the way to the service is answered as a gateway does. */
function answerFailure(response: http.ServerResponse, { attempt }: Exchanged): void {
  if (response.headersSent || response.destroyed) response.destroy()
  else
    sendOwnAnswer(
      response,
      errorAnswer(
        502,
        'BadGateway',
        `Authscope could not forward this call: ${attempt.failure?.message ?? ''}`,
      ),
    )
}

/** A fault on the way is part of what the application got, so it is part of the record. */
function asTheClientSaw(attempt: RawAttempt, { clockAhead, isCut }: DrawnFault): RawAttempt {
  const { response } = attempt
  if (!response) return attempt
  return {
    ...attempt,
    response: {
      ...response,
      headers: movedDate(response.headers, clockAhead),
      ...(isCut && { body: response.body.subarray(0, response.body.length >> 1) }),
      ...(response.clockAhead !== undefined && { clockAhead: response.clockAhead + clockAhead }),
    },
    ...(isCut &&
      !attempt.failure && {
        failure: {
          kind: 'failed',
          code: 'cut off',
          message: 'Authscope cut this response off: the fault “Connection cut off” is enabled.',
        },
      }),
  }
}

/** Answers in the place of the service, once the request is there. */
async function answerOwn(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  answer: OwnAnswer,
  fault: DrawnFault | undefined,
  alreadyRead?: Buffer,
): Promise<RawAttempt> {
  const at = Date.now()
  const kept = new KeptBody(keptBytes)
  if (alreadyRead) kept.add(alreadyRead)
  else for await (const chunk of request as AsyncIterable<Buffer>) kept.add(chunk)
  if (fault && fault.delayMs > 0) await passed(fault.delayMs, undefined, { ref: false })
  const { body, headers, status } = sendOwnAnswer(response, answer, {
    isCut: fault?.isCut ?? false,
  })
  return {
    number: 1,
    at,
    method: request.method ?? 'POST',
    url: `http://${request.headers.host ?? '127.0.0.1'}${request.url ?? '/'}`,
    requestHeaders: headerPairs(request.rawHeaders),
    requestBody: kept.bytes,
    ...(!kept.isWhole && { requestSize: kept.size }),
    phases: {},
    connection: {},
    response: {
      status,
      statusText: http.STATUS_CODES[status] ?? '',
      httpVersion: '1.1',
      headers,
      body: Buffer.from(body),
    },
  }
}

/** The operation of a call to the service; other requests, as for keys, are forwarded unrecorded. */
function operationOf({ headers }: http.IncomingMessage): string | undefined {
  const target = headers[targetHeader]
  return typeof target === 'string' && target.startsWith(targetPrefix)
    ? target.slice(targetPrefix.length)
    : undefined
}

const listen = (server: http.Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      // A TCP server's address is never a text.
      resolve((server.address() as AddressInfo).port)
    })
  })
