// Real servers on loopback for tests of the network: TLS with certificates of its own, forward
// proxies, SOCKS. Names under `.test` lead to loopback at the proxy, as no name server knows them.
import { createServer as createSocksServer } from '@pondwader/socks5-server'
import { createServer as createHttpServer, type RequestListener } from 'node:http'
import { createServer as createHttpsServer, type ServerOptions } from 'node:https'
import { connect, type AddressInfo, type Server, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { generate } from 'selfsigned'

/** A key with its certificate, in PEM. */
export interface Identity {
  readonly key: string
  readonly cert: string
}

const year = 365 * 24 * 3600 * 1000

/** A certificate of a name: signed by `ca`, or self-signed. */
export async function identityOf(
  name: string,
  {
    ca,
    from = Date.now() - year / 365,
    until = from + year,
    isAuthority = false,
  }: {
    readonly ca?: Identity
    readonly from?: number
    readonly until?: number
    readonly isAuthority?: boolean
  } = {},
): Promise<Identity> {
  const { cert, private: key } = await generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(from),
    notAfterDate: new Date(until),
    extensions: isAuthority
      ? [
          { name: 'basicConstraints', cA: true, critical: true },
          { name: 'keyUsage', keyCertSign: true, cRLSign: true },
        ]
      : [
          { name: 'basicConstraints', cA: false },
          { name: 'subjectAltName', altNames: [{ type: 2, value: name }] },
        ],
    ...(ca && { ca }),
  })
  return { key, cert }
}

/** Answers every call with Cognito's refusal. */
const refusing: RequestListener = (request, response) => {
  request.resume().on('end', () => {
    response.writeHead(400, { 'content-type': 'application/x-amz-json-1.1' })
    response.end('{"__type":"NotAuthorizedException","message":"Incorrect username or password."}')
  })
}

/** A port that listens until `close`, which also breaks off what is open. */
export interface Listening {
  readonly port: number
  readonly close: () => Promise<void>
}

async function listening(server: Server): Promise<Listening> {
  const open = new Set<Socket>()
  server.on('connection', (socket) => {
    open.add(socket)
    socket.on('error', () => undefined).on('close', () => open.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        for (const socket of open) socket.destroy()
      }),
  }
}

export const startServer = (listener: RequestListener = refusing): Promise<Listening> =>
  listening(createHttpServer(listener))

export const startTlsServer = (
  options: ServerOptions,
  listener: RequestListener = refusing,
): Promise<Listening> => listening(createHttpsServer(options, listener))

const atLoopback = (host: string): string => (host.endsWith('.test') ? '127.0.0.1' : host)

/** A proxy that notes what it was asked to connect to. */
export interface Proxy extends Listening {
  readonly requested: string[]
}

/**
 * A forward proxy.
 * @param options.login `user:password` that it demands
 * @param options.opens the port of a TLS server that it leads every tunnel to instead, as company
 *   proxies do that read along
 * @param options.refuses the status line with which it refuses every tunnel
 */
export async function startForwardProxy({
  login,
  opens,
  refuses,
}: {
  readonly login?: string
  readonly opens?: number
  readonly refuses?: string
} = {}): Promise<Proxy> {
  const requested: string[] = []
  const expected = login && `Basic ${Buffer.from(login).toString('base64')}`
  const server = createHttpServer((request, response) => {
    requested.push(request.url ?? '')
    if (expected && request.headers['proxy-authorization'] !== expected)
      response.writeHead(407, { 'proxy-authenticate': 'Basic realm="proxy"' }).end()
    else refusing(request, response)
  })
  server.on('connect', ({ headers, url = '' }, socket: Duplex) => {
    requested.push(url)
    const isUnknown = expected !== undefined && headers['proxy-authorization'] !== expected
    const refusal =
      refuses ?? (isUnknown ? '407 Proxy Authentication Required\r\nProxy-Authenticate: Basic' : '')
    if (refusal !== '') {
      socket.end(`HTTP/1.1 ${refusal}\r\n\r\n`)
      return
    }
    const { hostname, port } = new URL(`http://${url}`)
    const target = connect(opens ?? Number(port), atLoopback(hostname), () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      target.pipe(socket).pipe(target)
    })
    for (const end of [target, socket]) end.on('error', () => socket.destroy())
  })
  return { ...(await listening(server)), requested }
}

/** A SOCKS 5 proxy, with a log-in where one is given. */
export async function startSocksProxy(auth?: {
  readonly username: string
  readonly password: string
}): Promise<Proxy> {
  const requested: string[] = []
  const server = createSocksServer(auth ? { auth } : {})
  server.setConnectionHandler(({ destAddress, destPort, socket }, sendStatus) => {
    requested.push(`${destAddress}:${String(destPort)}`)
    const target = connect(destPort, atLoopback(destAddress), () => {
      sendStatus('REQUEST_GRANTED')
      target.pipe(socket).pipe(target)
    })
    for (const end of [target, socket]) end.on('error', () => socket.destroy())
  })
  // The library keeps its server to itself; a connection is handed to it from one of ours.
  const { createServer } = await import('node:net')
  return {
    ...(await listening(createServer((socket) => server._handleConnection(socket)))),
    requested,
  }
}
