import * as http from 'node:http'
import * as https from 'node:https'
import type { Readable, Writable } from 'node:stream'
import { proxyAuthorization } from '#main/network/tunnel-agent.ts'
import type { Agents, Way } from './agents.ts'
import type { ExchangeRequest } from './exchange-request.ts'
import { bareHost, ExchangeRecord, hostAndPort, type Exchanged } from './exchange-record.ts'
import type { KeptBody } from './kept-body.ts'
import type { HeaderPair, RawAttempt } from './raw-attempt.ts'
import { Interrupted } from './transport-failure.ts'

/** Performs and records one HTTP exchange. Follows no redirect; never rejects. */
export async function exchange(
  request: ExchangeRequest,
  agents: Agents,
  number = 1,
): Promise<Exchanged> {
  let way: Way
  try {
    way = await untilAborted(agents.wayTo(request.url), request.signal)
  } catch (error) {
    return neverSent(request, number, error as Error)
  }
  return exchangeBy(way, request, number)
}

/** The system can take long to name its proxy. */
function untilAborted<Result>(work: Promise<Result>, signal?: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      reject(signal?.reason as Error)
    }
    signal?.addEventListener('abort', abort)
    void work.then(resolve, reject).finally(() => {
      signal?.removeEventListener('abort', abort)
    })
  })
}

/** What is recorded when no connection could be tried, as for a certificate file that is gone. */
function neverSent({ body, headers, method, url }: ExchangeRequest, number: number, error: Error) {
  const failure = error instanceof Interrupted ? error : new Interrupted('other', error.message)
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

/** Performs one exchange by a connection or proxy that is chosen. */
function exchangeBy(way: Way, request: ExchangeRequest, number: number): Promise<Exchanged> {
  const { relay, signal, url } = request
  // Written out, so that nothing goes over the wire that is not recorded here.
  const headers = headersOf(request, way)
  const record = new ExchangeRecord(way, request, headers, number)

  return new Promise((resolve) => {
    const sending = open(way, request, headers)
    let over = false
    const finish = (thrown?: Error) => {
      if (over) return
      over = true
      signal?.removeEventListener('abort', interrupt)
      resolve(record.end(thrown))
    }
    const interrupt = () => {
      finish(signal?.reason as Error)
      sending.destroy()
    }
    record.follow(sending)
    sending.once('response', (response) => {
      const head = record.answered(response)
      const onward = relay?.answer(head)
      response.on('data', (chunk: Buffer) => {
        record.received.add(chunk)
        if (onward?.write(chunk) === false) resumeOnDrain(response, onward)
        if (onward ?? record.received.isWhole) return
        finish(new Interrupted('other', `The answer of ${hostAndPort(url)} is larger than 8 MB.`))
        sending.destroy()
      })
      response.once('error', finish)
      response.once('end', () => {
        onward?.end()
        finish()
      })
    })
    sending.on('error', finish)
    sending.once('close', () => {
      finish(Object.assign(new Error('closed without a response'), { code: 'ECONNRESET' }))
    })
    signal?.addEventListener('abort', interrupt)
    if (signal?.aborted) interrupt()
    else if (relay?.incoming && record.sent) sendOn(relay.incoming, sending, record.sent)
    else sending.end(request.body)
  })
}

/** Begins the request on the way that is chosen; its body is not sent yet. */
function open(
  { absolute, agent, proxy, tls }: Way,
  { method, url }: ExchangeRequest,
  headers: readonly HeaderPair[],
): http.ClientRequest {
  const secure = url.protocol === 'https:' || (absolute && proxy?.protocol === 'https')
  return (secure ? https : http).request({
    ...tls,
    host: absolute ? proxy?.host : bareHost(url),
    port: absolute ? proxy?.port : url.port || undefined,
    path: absolute ? url.href : `${url.pathname}${url.search}`,
    method,
    headers: headers.flat(),
    agent,
  })
}

function headersOf(
  { body, headers, url }: ExchangeRequest,
  { absolute, proxy }: Way,
): readonly HeaderPair[] {
  const has = (wanted: string) => headers.some(([name]) => name.toLowerCase() === wanted)
  return [
    ...(has('host') ? [] : [['host', url.host] as const]),
    ...headers,
    ...(has('content-length') || body.length === 0
      ? []
      : [['content-length', String(body.length)] as const]),
    ['connection', 'keep-alive'],
    ...(absolute && proxy?.login
      ? [['proxy-authorization', proxyAuthorization(proxy.login)] as const]
      : []),
  ]
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
