import * as http from 'node:http'
import * as https from 'node:https'
import type { Connection } from '#engine/trace/event.ts'
import { describeConnection } from './connection.ts'
import { PhaseClock } from './phase-clock.ts'
import type { HeaderPair, RawAttempt, RawResponse } from './raw-attempt.ts'
import { Interrupted, transportFailure } from './transport-failure.ts'

/** The largest body that is read; Cognito's are a few kilobytes. */
const largestBody = 8 * 1024 * 1024

/** What goes out. */
export interface ExchangeRequest {
  readonly method: string
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
  /** Ends the exchange; an {@link Interrupted} as reason says what to tell. */
  readonly signal?: AbortSignal
}

/** An exchange with the error behind its failure, for who wants to throw it. */
export interface Exchanged {
  readonly attempt: RawAttempt
  readonly error?: Error
}

/** Connections that are kept alive between exchanges. */
export interface Agents {
  readonly plain: http.Agent
  readonly tls: https.Agent
  close(): void
}

/** Opens a pool of connections; close it, or the process lives on with them. */
export function openAgents(): Agents {
  const plain = new http.Agent({ keepAlive: true })
  // A resumed TLS session shows no certificate; each connection here is a full handshake.
  const tls = new https.Agent({ keepAlive: true, maxCachedSessions: 0 })
  return {
    plain,
    tls,
    close: () => {
      plain.destroy()
      tls.destroy()
    },
  }
}

/** Performs and records one HTTP exchange. Follows no redirect; never rejects. */
export function exchange(
  { body, headers: inputs, method, signal, url }: ExchangeRequest,
  agents: Agents,
  number = 1,
): Promise<Exchanged> {
  const secure = url.protocol === 'https:'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const shownHost = `${url.hostname}:${url.port || (secure ? '443' : '80')}`
  // Written out, so that nothing goes over the wire that is not recorded here.
  const headers = {
    ...(inputs['host'] === undefined && { host: url.host }),
    ...inputs,
    ...(inputs['content-length'] === undefined &&
      body.length > 0 && { 'content-length': String(body.length) }),
    connection: 'keep-alive',
  }
  const at = Date.now()
  const clock = new PhaseClock()
  let connection: Connection = { reused: false }
  let head: Omit<RawResponse, 'body'> | undefined
  const chunks: Buffer[] = []

  return new Promise((resolve) => {
    const request = (secure ? https : http).request({
      host,
      port: url.port || undefined,
      path: `${url.pathname}${url.search}`,
      method,
      headers,
      agent: secure ? agents.tls : agents.plain,
    })
    let over = false
    const finish = (error?: Error) => {
      if (over) return
      over = true
      signal?.removeEventListener('abort', interrupt)
      resolve({
        ...(error && { error }),
        attempt: {
          number,
          at,
          method,
          url: url.href,
          requestHeaders: Object.entries(headers),
          requestBody: body,
          phases: clock.end(),
          connection,
          ...(head && { response: { ...head, body: Buffer.concat(chunks) } }),
          ...(error && { failure: transportFailure(error, shownHost, head !== undefined) }),
        },
      })
    }
    const interrupt = () => {
      finish(signal?.reason as Error)
      request.destroy()
    }
    request.once('socket', (socket) => {
      clock.follow(socket, host)
      const describe = () => {
        connection = describeConnection(socket, request.reusedSocket)
      }
      if (socket.connecting) socket.once(secure ? 'secureConnect' : 'connect', describe)
      else describe()
    })
    request.once('finish', () => {
      clock.sent()
    })
    request.once('response', (response) => {
      clock.begin('receive')
      head = responseHead(response, at)
      let size = 0
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        size += chunk.length
        if (size <= largestBody) return
        finish(new Interrupted('other', `The answer of ${shownHost} is larger than 8 MB.`))
        request.destroy()
      })
      response.once('error', finish)
      response.once('end', () => {
        finish()
      })
    })
    request.on('error', finish)
    request.once('close', () => {
      finish(Object.assign(new Error('closed without an answer'), { code: 'ECONNRESET' }))
    })
    signal?.addEventListener('abort', interrupt)
    if (signal?.aborted) interrupt()
    else request.end(body)
  })
}

function responseHead(response: http.IncomingMessage, sentAt: number): Omit<RawResponse, 'body'> {
  const date = Date.parse(response.headers.date ?? '')
  const middle = (sentAt + Date.now()) / 2
  return {
    status: response.statusCode ?? 0,
    statusText: response.statusMessage ?? '',
    httpVersion: response.httpVersion,
    headers: pairs(response.rawHeaders),
    // The Date header cuts the fraction off: half a second is its best guess.
    ...(!Number.isNaN(date) && { clockAhead: Math.round(date + 500 - middle) }),
  }
}

const pairs = (raw: readonly string[]): HeaderPair[] =>
  raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? ''] as const] : []))
