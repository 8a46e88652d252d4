import { createServer, type RequestListener, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { modPowBigInt } from '#engine/srp/modular-exponentiation.ts'
import type { ConfigurationInput } from '#pool/configuration/configuration.ts'
import { readConfiguration } from '#pool/configuration/read-configuration.ts'
import { defaultConfiguration } from '#pool/default-configuration.ts'
import { httpAdapter } from '#pool/http/http-adapter.ts'
import { createPracticePool } from '#pool/core/practice-pool.ts'
import { randomBytes } from 'node:crypto'
import { createServer as createTlsServer, type ServerOptions } from 'node:https'
import { generate } from 'selfsigned'

/** A call as the pool received it. */
export interface ReceivedCall {
  readonly operation: string
  readonly body: Readonly<Record<string, unknown>>
}

/** A practice pool in the test's process: to the application a server like any other. */
export interface ForeignPool {
  readonly endpoint: string
  /** Every call so far, oldest first. */
  readonly received: readonly ReceivedCall[]
  /** The bodies of every answer that was no refusal, oldest first. */
  readonly answered: readonly object[]
  /** Moves the pool's clock on. */
  readonly advance: (ms: number) => void
  /** The code of the newest message to a user. */
  readonly newestCode: (username: string) => string
}

/** A server that answers in a way of its own. */
export interface OddServer {
  readonly endpoint: string
  /** How many requests have reached it. */
  readonly requests: () => number
}

/** How a practice pool in the test's process begins. */
export interface PoolOptions {
  readonly configuration?: ConfigurationInput
  /** Milliseconds by which its clock is ahead of the machine's from the start. */
  readonly ahead?: number
}

/** Starts servers on loopback, and closes them all. */
export interface Servers {
  readonly pool: (options?: PoolOptions) => Promise<ForeignPool>
  /** An endpoint at which nothing listens. */
  readonly down: () => Promise<string>
  /** Takes requests and never answers. */
  readonly hanging: () => Promise<OddServer>
  readonly answering: (listener: RequestListener) => Promise<OddServer>
  /** A practice pool behind TLS, with a certificate of this name that nobody signed. */
  readonly selfSigned: (name: string) => Promise<string>
  /** The same, with TLS options of the test's own, such as that it demands a client certificate. */
  readonly tls: (name: string, options?: ServerOptions) => Promise<TlsPool>
  /** A forward proxy that leads every tunnel to loopback, and may demand a `user:password`. */
  readonly proxy: (login?: string) => Promise<ForwardProxy>
  readonly close: () => Promise<void>
}

/** A practice pool behind TLS. */
export interface TlsPool {
  readonly endpoint: string
  /** Its certificate in PEM. */
  readonly cert: string
}

/** A forward proxy. */
export interface ForwardProxy {
  /** As in `127.0.0.1:3128`. */
  readonly address: string
  /** The hosts of the tunnels that it opened. */
  readonly tunnels: readonly string[]
  /** How often it refused one for want of the right password. */
  readonly refused: () => number
}

/** A key and a certificate of this name, in PEM, that nobody else signed. */
export async function selfSignedIdentity(
  name: string,
): Promise<{ readonly key: string; readonly cert: string }> {
  const { cert, private: key } = await generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: name }] }],
  })
  return { key, cert }
}

/** The servers of one test. */
export function startServers(): Servers {
  const open: Server[] = []
  const tunnelEnds: Duplex[] = []
  const listening = async (): Promise<{ server: Server; endpoint: string }> => {
    const server = createServer()
    open.push(server)
    return { server, endpoint: await listen(server) }
  }
  const answering = async (listener: RequestListener): Promise<OddServer> => {
    const { endpoint, server } = await listening()
    let requests = 0
    server.on('request', (request, response) => {
      requests += 1
      // Without reading the body, a client could still be sending when the answer comes.
      request.resume().once('end', () => {
        listener(request, response)
      })
    })
    return { endpoint, requests: () => requests }
  }
  const tls = async (name: string, options: ServerOptions = {}): Promise<TlsPool> => {
    const { cert, key } = await selfSignedIdentity(name)
    const ports = { now: () => Date.now(), randomBytes, modPow: modPowBigInt }
    const server = createTlsServer({ ...options, key, cert })
    open.push(server)
    const endpoint = (await listen(server)).replace('http://127.0.0.1', `https://${name}`)
    const pool = createPracticePool(readConfiguration(defaultConfiguration), ports, endpoint)
    const answer = httpAdapter(pool, ports)
    server.on('request', (request, response) => {
      // A practice pool answers to names of loopback alone; this one has a name behind a proxy.
      request.headers.host = 'localhost'
      answer(request, response)
    })
    return { endpoint, cert }
  }
  return {
    answering,
    hanging: () => answering(() => undefined),
    down: async () => {
      const { endpoint, server } = await listening()
      await close(server)
      return endpoint
    },
    pool: async ({ ahead = 0, configuration = defaultConfiguration } = {}) => {
      const { endpoint, server } = await listening()
      const received: ReceivedCall[] = []
      const answered: object[] = []
      let moved = ahead
      const ports = { now: () => Date.now() + moved, randomBytes, modPow: modPowBigInt }
      const pool = createPracticePool(readConfiguration(configuration), ports, endpoint)
      const call = async (operation: string, body: string) => {
        received.push({ operation, body: JSON.parse(body) as ReceivedCall['body'] })
        const answer = await pool.call(operation, body)
        if (answer.status === 200 && answer.body) answered.push(answer.body)
        return answer
      }
      server.on('request', httpAdapter({ ...pool, call }, ports))
      return {
        endpoint,
        received,
        answered,
        advance: (ms) => {
          moved += ms
        },
        newestCode: (username) => {
          const message = pool.outbox().findLast((sent) => sent.username === username)
          if (!message) throw new Error(`No message went to ${username}.`)
          return message.code
        },
      }
    },
    selfSigned: async (name) => (await tls(name)).endpoint,
    tls,
    proxy: async (login) => {
      const { endpoint, server } = await listening()
      const expected = login && `Basic ${Buffer.from(login).toString('base64')}`
      const tunnels: string[] = []
      let refused = 0
      server.on('connect', ({ headers, url = '' }, socket) => {
        if (expected !== undefined && headers['proxy-authorization'] !== expected) {
          refused += 1
          socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n')
          return
        }
        tunnels.push(url)
        const target = connect(Number(url.split(':').at(-1)), '127.0.0.1', () => {
          socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
          target.pipe(socket).pipe(target)
        })
        tunnelEnds.push(socket)
        for (const end of [target, socket]) end.on('error', () => socket.destroy())
      })
      return { address: new URL(endpoint).host, tunnels, refused: () => refused }
    },
    close: async () => {
      // A server waits for its tunnels to end, and does not end them itself.
      for (const end of tunnelEnds) end.destroy()
      await Promise.all(open.map(close))
    },
  }
}

const listen = (server: Server): Promise<string> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`)
    })
  })

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => {
      resolve()
    })
    server.closeAllConnections()
  })
