import type { IncomingMessage, ServerResponse } from 'node:http'
import { Writable } from 'node:stream'
import type { Agents } from '#main/http/agents.ts'
import type { Exchanged } from '#main/http/exchange-record.ts'
import { exchange } from '#main/http/exchange.ts'
import { KeptBody } from '#main/http/kept-body.ts'
import { headerPairs, type HeaderPair, type ResponseHead } from '#main/http/raw-attempt.ts'
import { Interrupted } from '#main/http/transport-failure.ts'
import { keptBytes } from './watched-call.ts'

/** Headers that concern one connection alone (RFC 9110, 7.6.1), and the body's own continuation. */
const ofConnection = new Set([
  'connection',
  'expect',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'upgrade',
])

/** Where and how a call is forwarded. */
export interface ForwardDependencies {
  readonly upstream: URL
  readonly agents: Agents
  /** Milliseconds that the Date of answers is moved by. */
  readonly clockAhead: number
  /** Signs the call with other credentials; it then has to be read whole. */
  readonly sign?: SignCall
  /** True when the answer waits, so that it can be changed. */
  readonly hold: boolean
}

/** Gives a call the headers with which it may be sent to another host. */
export type SignCall = (call: {
  readonly url: URL
  readonly headers: readonly HeaderPair[]
  readonly body: Uint8Array
}) => Promise<readonly HeaderPair[]>

/** What is recorded of an application that did not wait. */
export const applicationLeft = (): Interrupted =>
  new Interrupted('cancelled', 'The application closed the connection before the response arrived.')

/**
 * Sends a request on as it is, all but the name of the host, and its answer back, both as they
 * come. Ends with the application that called, whose going away is recorded too.
 */
export async function forward(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { agents, clockAhead, hold, sign, upstream }: ForwardDependencies,
): Promise<Exchanged> {
  const stop = new AbortController()
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) stop.abort(applicationLeft())
  })
  const url = targetUrl(upstream, incoming.url ?? '/')
  const headers = headerPairs(incoming.rawHeaders).flatMap(
    ([name, value]): readonly HeaderPair[] => {
      const known = name.toLowerCase()
      if (ofConnection.has(known)) return []
      return [[name, known === 'host' ? url.host : value]]
    },
  )
  const answer = (head: ResponseHead): Writable => {
    if (hold) return discard()
    writeHead(outgoing, head, clockAhead)
    return outgoing
  }
  const signed = sign && (await signedCall(incoming, { url, headers }, sign))
  return exchange(
    {
      method: incoming.method ?? 'POST',
      url,
      headers: signed?.headers ?? headers,
      body: signed?.body ?? Buffer.alloc(0),
      relay: { ...(!signed && { incoming }), answer, keptBytes: hold ? 8 * keptBytes : keptBytes },
      signal: stop.signal,
    },
    agents,
  )
}

/** The same path under the service's own, which a custom endpoint may have. */
function targetUrl(upstream: URL, path: string): URL {
  // In the form that a proxy is asked in, the URL is whole.
  const requested = new URL(path, 'http://localhost')
  const url = new URL(upstream)
  url.pathname = `${upstream.pathname.replace(/\/$/, '')}${requested.pathname}`
  url.search = requested.search
  return url
}

/** Writes the head of an answer as received, with its Date moved where the clock is to be wrong. */
export function writeHead(response: ServerResponse, head: ResponseHead, clockAhead: number): void {
  const headers = head.headers.filter(
    ([name]) => !ofConnection.has(name.toLowerCase()) && name.toLowerCase() !== 'transfer-encoding',
  )
  response.writeHead(head.status, head.statusText, movedDate(headers, clockAhead).flat())
}

/** Headers with their Date moved. */
export const movedDate = (headers: readonly HeaderPair[], ahead: number): readonly HeaderPair[] =>
  ahead === 0
    ? headers
    : headers.map(([name, value]) => {
        const at = name.toLowerCase() === 'date' ? Date.parse(value) : NaN
        return [name, Number.isNaN(at) ? value : new Date(at + ahead).toUTCString()]
      })

const discard = (): Writable =>
  new Writable({
    write: (_chunk, _encoding, done) => {
      done()
    },
  })

/** Why a call could not be signed again, with what was read of it. */
export class NotSigned extends Error {
  readonly body: Buffer

  constructor(message: string, body: Buffer) {
    super(message)
    this.body = body
  }
}

/** Bytes of a body that is signed; the largest of Cognito has a tenth of it. */
const maxSignedBytes = 4 << 20

/** A signature covers the whole body, so that has to be there first. @throws NotSigned */
async function signedCall(
  incoming: IncomingMessage,
  { headers, url }: { readonly url: URL; readonly headers: readonly HeaderPair[] },
  sign: SignCall,
) {
  const kept = new KeptBody(maxSignedBytes)
  for await (const chunk of incoming as AsyncIterable<Buffer>) kept.add(chunk)
  const body = kept.bytes
  if (!kept.isWhole) throw new NotSigned('its body is larger than 4 MB.', body)
  const framed = headers.filter(
    ([name]) => !['content-length', 'transfer-encoding'].includes(name.toLowerCase()),
  )
  try {
    return { body, headers: await sign({ url, headers: framed, body }) }
  } catch (error) {
    throw new NotSigned(error instanceof Error ? error.message : String(error), body)
  }
}
