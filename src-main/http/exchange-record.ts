import type * as http from 'node:http'
import { TLSSocket } from 'node:tls'
import type { Socket } from 'node:net'
import type { Connection } from '#engine/trace/event.ts'
import { proxyAddress } from '#main/network/proxy-route.ts'
import type { Way } from './agents.ts'
import { describeConnection } from './connection.ts'
import type { ExchangeRequest } from './exchange-request.ts'
import { KeptBody } from './kept-body.ts'
import { PhaseClock } from './phase-clock.ts'
import {
  headerPairs,
  type HeaderPair,
  type RawAttempt,
  type RawResponse,
  type ResponseHead,
} from './raw-attempt.ts'
import { Interrupted, proxyRefusal, transportFailure } from './transport-failure.ts'

/** The largest body that is read; Cognito's are a few kilobytes. */
const maxBodyBytes = 8 * 1024 * 1024

/** An exchange with the error behind its failure, for who wants to throw it. */
export interface Exchanged {
  readonly attempt: RawAttempt
  readonly error?: Error
}

/** What a proxy answered to CONNECT. */
interface ConnectAnswer {
  readonly statusCode: number
  readonly statusText: string
}

/** What is recorded of one exchange while it is in progress: its connection, phases, answer and bytes. */
export class ExchangeRecord {
  /** What was sent of a body that comes from another program. */
  readonly sent: KeptBody | undefined
  readonly received: KeptBody
  readonly #at = Date.now()
  readonly #clock = new PhaseClock()
  readonly #way: Way
  readonly #request: ExchangeRequest
  readonly #headers: readonly HeaderPair[]
  readonly #number: number
  /** The proxy in between, as a connection names it. */
  readonly #proxy: Connection['proxy']
  #connection: Connection
  #head: ResponseHead | undefined
  /** Until the proxy has let us through, whatever fails is between it and us. */
  #behindProxy: boolean
  #refusedByProxy: string | undefined

  constructor(way: Way, request: ExchangeRequest, headers: readonly HeaderPair[], number: number) {
    const { absolute, proxy } = way
    this.#way = way
    this.#request = request
    this.#headers = headers
    this.#number = number
    this.#proxy = proxy && { address: proxyAddress(proxy), source: proxy.source }
    this.#connection = { reused: false, ...(this.#proxy && { proxy: this.#proxy }) }
    this.#behindProxy = !proxy || absolute
    this.sent = request.relay?.incoming && new KeptBody(request.relay.keptBytes)
    this.received = new KeptBody(request.relay?.keptBytes ?? maxBodyBytes)
  }

  /** Records how the request finds its connection, and when it is sent. */
  follow(sending: http.ClientRequest): void {
    const { absolute, proxy } = this.#way
    if (proxy && !absolute) this.#clock.begin('proxy')
    sending.once('proxyConnect', ({ statusCode, statusText }: ConnectAnswer) => {
      if (statusCode !== 200) this.#refusedByProxy = `${String(statusCode)} ${statusText}`.trim()
    })
    sending.once('proxy', () => {
      this.#behindProxy = this.#refusedByProxy === undefined
    })
    sending.once('socket', (socket) => {
      this.#connected(socket, sending.reusedSocket)
    })
    sending.once('finish', () => {
      this.#clock.sent()
    })
  }

  #connected(socket: Socket, reused: boolean): void {
    const { absolute, proxy } = this.#way
    const { url } = this.#request
    const isTunnel = proxy !== undefined && !absolute && !reused
    if (reused) this.#behindProxy = true
    this.#clock.follow(socket, absolute ? (proxy?.host ?? bareHost(url)) : bareHost(url), isTunnel)
    const describe = () => {
      this.#connection = {
        ...describeConnection(socket, reused),
        ...(this.#proxy && { proxy: this.#proxy }),
      }
    }
    if (socket.connecting || (isTunnel && url.protocol === 'https:'))
      socket.once(socket instanceof TLSSocket ? 'secureConnect' : 'connect', describe)
    else describe()
  }

  /** Records the head of the answer. */
  answered(response: http.IncomingMessage): ResponseHead {
    this.#clock.begin('receive')
    const head = responseHead(response, this.#at)
    this.#head = head
    if (this.#way.absolute && head.status === 407)
      this.#refusedByProxy = '407 Proxy Authentication Required'
    return head
  }

  /** The whole record. @param thrown what ended the exchange before its time */
  end(thrown: Error | undefined): Exchanged {
    const { body, method, url } = this.#request
    const error = this.#errorOf(thrown)
    return {
      ...(error && { error }),
      attempt: {
        number: this.#number,
        at: this.#at,
        method,
        url: url.href,
        requestHeaders: this.#headers,
        requestBody: this.sent?.bytes ?? body,
        ...(this.sent && !this.sent.isWhole && { requestSize: this.sent.size }),
        phases: this.#clock.end(),
        connection: this.#connection,
        ...(this.#head && { response: responseOf(this.#head, this.received) }),
        ...(error && {
          failure: transportFailure(error, this.#failedHost(), this.#head !== undefined),
        }),
      },
    }
  }

  /** A refusal by the proxy explains whatever failed after it. */
  #errorOf(thrown: Error | undefined): Error | undefined {
    if (this.#refusedByProxy === undefined || thrown instanceof Interrupted) return thrown
    const address = this.#proxy?.address ?? ''
    return proxyRefusal(address, this.#refusedByProxy, hostAndPort(this.#request.url))
  }

  #failedHost(): string {
    return this.#behindProxy
      ? hostAndPort(this.#request.url)
      : `the proxy ${this.#proxy?.address ?? ''}`
  }
}

/** The host of a URL, an IPv6 address without its brackets. */
export const bareHost = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '')

/** Host and port as a message names them. */
export const hostAndPort = ({ hostname, port, protocol }: URL): string =>
  `${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`

const responseOf = (head: ResponseHead, { bytes, isWhole, size }: KeptBody): RawResponse => ({
  ...head,
  body: bytes,
  ...(!isWhole && { size }),
})

function responseHead(response: http.IncomingMessage, sentAt: number): ResponseHead {
  const date = Date.parse(response.headers.date ?? '')
  const middle = (sentAt + Date.now()) / 2
  return {
    status: response.statusCode ?? 0,
    statusText: response.statusMessage ?? '',
    httpVersion: response.httpVersion,
    headers: headerPairs(response.rawHeaders),
    // The Date header cuts the fraction off: half a second is its best guess.
    ...(!Number.isNaN(date) && { clockAhead: Math.round(date + 500 - middle) }),
  }
}
