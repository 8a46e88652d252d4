import * as http from 'node:http'
import * as https from 'node:https'
import { TLSSocket } from 'node:tls'
import type { Readable, Writable } from 'node:stream'
import type { Connection } from '#engine/trace/event.ts'
import { proxyAddress } from '#main/network/proxy-route.ts'
import { proxyAuthorization } from '#main/network/tunnel-agent.ts'
import type { Agents, Way } from './agents.ts'
import { describeConnection } from './connection.ts'
import { KeptBody } from './kept-body.ts'
import { PhaseClock } from './phase-clock.ts'
import type { HeaderPair, RawAttempt, RawResponse } from './raw-attempt.ts'
import { Interrupted, proxyRefusal, transportFailure } from './transport-failure.ts'

/** The largest body that is read; Cognito's are a few kilobytes. */
const largestBody = 8 * 1024 * 1024

/** What is sent. */
export interface ExchangeRequest {
  readonly method: string
  readonly url: URL
  readonly headers: readonly HeaderPair[]
  readonly body: Uint8Array
  /** Hands the call of another program on. */
  readonly relay?: Relay
  /** Ends the exchange; an {@link Interrupted} as reason says what to tell. */
  readonly signal?: AbortSignal
}

/** A call of another program that passes through: bodies of any size, each kept up to a limit. */
export interface Relay {
  /** The request's body as it comes, in the place of one that is there already. */
  readonly incoming?: Readable
  /** Called with the head of the answer; what it gives takes the body as it comes. */
  readonly answer: (head: ResponseHead) => Writable
  /** Bytes of each body that are kept. */
  readonly keptBytes: number
}

/** The head of an answer. */
export type ResponseHead = Omit<RawResponse, 'body' | 'size'>

/** An exchange with the error behind its failure, for who wants to throw it. */
export interface Exchanged {
  readonly attempt: RawAttempt
  readonly error?: Error
}

/** Performs and records one HTTP exchange. Follows no redirect; never rejects. */
export async function exchange(
  request: ExchangeRequest,
  agents: Agents,
  number = 1,
): Promise<Exchanged> {
  let way: Way
  try {
    way = await agents.wayTo(request.url)
  } catch (error) {
    return neverSent(request, number, error as Error)
  }
  return exchangeBy(way, request, number)
}

/** What is recorded when no connection could be tried, as for a certificate file that is gone. */
function neverSent({ body, headers, method, url }: ExchangeRequest, number: number, error: Error) {
  const failure = new Interrupted('other', error.message)
  const attempt: RawAttempt = {
    number,
    at: Date.now(),
    method,
    url: url.href,
    requestHeaders: headers,
    requestBody: body,
    phases: {},
    connection: { reused: false },
    failure: failure.failure,
  }
  return { attempt, error: failure }
}

function exchangeBy(
  { absolute, agent, proxy, tls }: Way,
  { body, headers: inputs, method, relay, signal, url }: ExchangeRequest,
  number: number,
): Promise<Exchanged> {
  const secure = url.protocol === 'https:'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const shownHost = `${url.hostname}:${url.port || (secure ? '443' : '80')}`
  const has = (wanted: string) => inputs.some(([name]) => name.toLowerCase() === wanted)
  // Written out, so that nothing goes over the wire that is not recorded here.
  const headers: readonly HeaderPair[] = [
    ...(has('host') ? [] : [['host', url.host] as const]),
    ...inputs,
    ...(has('content-length') || body.length === 0
      ? []
      : [['content-length', String(body.length)] as const]),
    ['connection', 'keep-alive'],
    ...(absolute && proxy?.login
      ? [['proxy-authorization', proxyAuthorization(proxy.login)] as const]
      : []),
  ]
  const via = proxy && { address: proxyAddress(proxy), source: proxy.source }
  const at = Date.now()
  const clock = new PhaseClock()
  let connection: Connection = { reused: false, ...(via && { proxy: via }) }
  /** Until the proxy has let us through, whatever fails is between it and us. */
  let behindProxy = !proxy || absolute
  let head: ResponseHead | undefined
  const sent = relay?.incoming && new KeptBody(relay.keptBytes)
  const received = new KeptBody(relay?.keptBytes ?? largestBody)
  let refusedByProxy: string | undefined

  return new Promise((resolve) => {
    const request = (secure || (absolute && proxy?.protocol === 'https') ? https : http).request({
      ...tls,
      host: absolute ? proxy?.host : host,
      port: absolute ? proxy?.port : url.port || undefined,
      path: absolute ? url.href : `${url.pathname}${url.search}`,
      method,
      headers: headers.flat(),
      agent,
    })
    const failedHost = () => (behindProxy ? shownHost : `the proxy ${via?.address ?? ''}`)
    let over = false
    const finish = (thrown?: Error) => {
      if (over) return
      over = true
      const error =
        refusedByProxy === undefined || thrown instanceof Interrupted
          ? thrown
          : proxyRefusal(via?.address ?? '', refusedByProxy, shownHost)
      signal?.removeEventListener('abort', interrupt)
      resolve({
        ...(error && { error }),
        attempt: {
          number,
          at,
          method,
          url: url.href,
          requestHeaders: headers,
          requestBody: sent?.bytes ?? body,
          ...(sent && !sent.isWhole && { requestSize: sent.size }),
          phases: clock.end(),
          connection,
          ...(head && { response: responseOf(head, received) }),
          ...(error && { failure: transportFailure(error, failedHost(), head !== undefined) }),
        },
      })
    }
    const interrupt = () => {
      finish(signal?.reason as Error)
      request.destroy()
    }
    if (proxy && !absolute) clock.begin('proxy')
    request.once('proxyConnect', ({ statusCode, statusText }: ConnectAnswer) => {
      if (statusCode !== 200) refusedByProxy = `${String(statusCode)} ${statusText}`.trim()
    })
    request.once('proxy', () => {
      behindProxy = refusedByProxy === undefined
    })
    request.once('socket', (socket) => {
      const isTunnel = proxy !== undefined && !absolute && !request.reusedSocket
      if (request.reusedSocket) behindProxy = true
      clock.follow(socket, absolute ? (proxy?.host ?? host) : host, isTunnel)
      const describe = () => {
        connection = {
          ...describeConnection(socket, request.reusedSocket),
          ...(via && { proxy: via }),
        }
      }
      if (socket.connecting || (isTunnel && secure))
        socket.once(socket instanceof TLSSocket ? 'secureConnect' : 'connect', describe)
      else describe()
    })
    request.once('finish', () => {
      clock.sent()
    })
    request.once('response', (response) => {
      clock.begin('receive')
      head = responseHead(response, at)
      if (absolute && head.status === 407) refusedByProxy = '407 Proxy Authentication Required'
      const onward = relay?.answer(head)
      response.on('data', (chunk: Buffer) => {
        received.add(chunk)
        if (onward?.write(chunk) === false) resumeOnDrain(response, onward)
        if (onward ?? received.isWhole) return
        finish(new Interrupted('other', `The answer of ${shownHost} is larger than 8 MB.`))
        request.destroy()
      })
      response.once('error', finish)
      response.once('end', () => {
        onward?.end()
        finish()
      })
    })
    request.on('error', finish)
    request.once('close', () => {
      finish(Object.assign(new Error('closed without a response'), { code: 'ECONNRESET' }))
    })
    signal?.addEventListener('abort', interrupt)
    if (signal?.aborted) interrupt()
    else if (relay?.incoming && sent) sendOn(relay.incoming, request, sent)
    else request.end(body)
  })
}

/** Hands a request's body on as fast as it is taken, and keeps of it what may be kept. */
function sendOn(incoming: Readable, request: http.ClientRequest, kept: KeptBody): void {
  incoming.on('data', (chunk: Buffer) => {
    kept.add(chunk)
    if (!request.write(chunk)) resumeOnDrain(incoming, request)
  })
  incoming.once('end', () => request.end())
}

function resumeOnDrain(from: Readable, to: Writable): void {
  from.pause()
  to.once('drain', () => from.resume())
}

const responseOf = (head: ResponseHead, { bytes, isWhole, size }: KeptBody): RawResponse => ({
  ...head,
  body: bytes,
  ...(!isWhole && { size }),
})

/** What a proxy answered to CONNECT. */
interface ConnectAnswer {
  readonly statusCode: number
  readonly statusText: string
}

function responseHead(response: http.IncomingMessage, sentAt: number): ResponseHead {
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

/** Node's flat list of headers as pairs. */
export const pairs = (raw: readonly string[]): HeaderPair[] =>
  raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? ''] as const] : []))
