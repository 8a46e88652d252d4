import { randomBytes } from 'node:crypto'
import * as http from 'node:http'
import * as net from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { openAgents } from '#main/http/agents.ts'
import { createActiveFaults } from '#pool/faults/active-faults.ts'
import { startRecordingEndpoint, type RecordingEndpointOptions } from './recording-endpoint.ts'
import { watchedCall, type PassedCall } from './watched-call.ts'

const cleanUp: (() => unknown)[] = []
afterEach(async () => {
  for (const close of cleanUp.splice(0).reverse()) await close()
})

const listening = async (server: net.Server): Promise<URL> => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  cleanUp.push(() => server.close())
  return new URL(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`)
}
const service = (listener: http.RequestListener) => listening(http.createServer(listener))

/** A service that answers with what it was asked. */
const echo = () =>
  service((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      response.writeHead(200, {
        'Content-Type': 'application/x-amz-json-1.1',
        'X-AMZN-RequestId': 'an-id',
      })
      response.end(
        JSON.stringify({
          raw: request.rawHeaders,
          url: request.url,
          bytes: Buffer.concat(chunks).length,
        }),
      )
    })
  })

async function watching(upstream: URL, options: Partial<RecordingEndpointOptions> = {}) {
  const agents = openAgents()
  const calls: PassedCall[] = []
  const endpoint = await startRecordingEndpoint({
    upstream,
    agents,
    passed: (call) => calls.push(call),
    ...options,
  })
  cleanUp.push(
    () => agents.close(),
    () => endpoint.close(),
  )
  return { ...endpoint, calls }
}

const target = { 'X-Amz-Target': 'AWSCognitoIdentityProviderService.InitiateAuth' }
const post = (url: string, body = '{}', headers: Record<string, string> = {}) =>
  fetch(url, { method: 'POST', headers: { ...target, ...headers }, body })

interface Answered {
  readonly status: number
  readonly headers: http.IncomingHttpHeaders
  readonly body: string
  readonly socket: net.Socket
}

/** A request of Node's own client, which sends what fetch does not allow. */
const send = (
  url: string,
  options: http.RequestOptions,
  body: string | Buffer = '{}',
): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const request = http.request(url, { method: 'POST', ...options }, (response) => {
      const chunks: Buffer[] = []
      const { headers, socket, statusCode = 0 } = response
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        resolve({ status: statusCode, headers, body: Buffer.concat(chunks).toString(), socket })
      })
    })
    request.on('error', reject)
    request.end(options.method === 'OPTIONS' ? undefined : body)
  })

/** Everything that comes back for bytes of our own. */
const say = (url: string, bytes: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = net.connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(bytes))
    let text = ''
    socket.on('data', (chunk) => {
      text += chunk.toString()
    })
    socket.on('end', () => resolve(text))
    socket.on('error', reject)
  })

describe('what passes through', () => {
  test('a call arrives as it was sent, all but the name of the host, and so does its answer', async () => {
    const upstream = await echo()
    const { calls, url } = await watching(upstream)
    const body = '{"ClientId":"é","AuthParameters":{"PASSWORD":"p\\u0061ss"}}'
    const { headers, body: answer } = await send(
      `${url}/?x=1`,
      { headers: { ...target, 'x-UPPER-lower': 'a', Connection: 'close', Accept: '*/*' } },
      body,
    )
    const { bytes, raw, url: asked } = JSON.parse(answer) as {
      readonly raw: string[]
      readonly url: string
      readonly bytes: number
    }
    expect(asked).toBe('/?x=1')
    expect(bytes).toBe(Buffer.byteLength(body))
    expect(raw).toContain('x-UPPER-lower')
    expect(raw[raw.indexOf('Host') + 1]).toBe(upstream.host)
    expect(raw.join(' ')).not.toContain('close')
    expect(headers['x-amzn-requestid']).toBe('an-id')
    const [{ attempt, operation } = calls[0]!] = calls
    expect(operation).toBe('InitiateAuth')
    expect(Buffer.from(attempt.requestBody).toString()).toBe(body)
    expect(Buffer.from(attempt.response!.body).toString()).toBe(answer)
    expect(attempt.requestHeaders.flat()).toEqual(raw)
    expect(attempt.response!.headers.map(([name]) => name)).toContain('X-AMZN-RequestId')
    expect(attempt.phases.wait).toBeGreaterThan(0)
    expect(attempt.connection.remoteAddress).toBe(upstream.host)
  })

  test('an endpoint with a path keeps it', async () => {
    const upstream = await echo()
    const { url } = await watching(new URL('/stage/', upstream))
    expect(await (await post(url)).json()).toMatchObject({ url: '/stage/' })
  })

  test('connections of the application and to the service are kept alive', async () => {
    const upstream = await echo()
    const { calls, url } = await watching(upstream)
    const agent = new http.Agent({ keepAlive: true })
    cleanUp.push(() => agent.destroy())
    const first = await send(url, { agent, headers: target })
    const second = await send(url, { agent, headers: target })
    expect(second.socket).toBe(first.socket)
    expect(calls.map(({ attempt }) => attempt.connection.reused)).toEqual([false, true])
  })

  test('what is no call to the service is forwarded and not recorded', async () => {
    const { calls, url } = await watching(await echo())
    const answer = await fetch(`${url}/pool/.well-known/jwks.json`)
    expect(await answer.json()).toMatchObject({ url: '/pool/.well-known/jwks.json' })
    expect(calls).toEqual([])
  })

  test('a body of any size streams through, and is kept up to a limit', async () => {
    const { calls, url } = await watching(await echo())
    const big = Buffer.alloc(12 * 1024 * 1024, 'x')
    const { body } = await send(url, { headers: target }, big)
    expect(JSON.parse(body)).toMatchObject({ bytes: big.length })
    const [call] = calls
    expect(call?.attempt.requestBody.length).toBe(1024 * 1024)
    expect(watchedCall(call!)).toMatchObject({
      request: { size: big.length },
      notCaptured: [{ part: 'request body' }],
    })
    expect(watchedCall(call!).request.body).toBeUndefined()
  })

  test('an answer comes piece by piece, as the service sends it', async () => {
    let goOn = (): void => undefined
    const upstream = await service((_, response) => {
      response.writeHead(200).write('first')
      goOn = () => response.end('second')
    })
    const { calls, url } = await watching(upstream)
    const reader = (await post(url)).body!.getReader()
    expect(Buffer.from((await reader.read()).value!).toString()).toBe('first')
    goOn()
    expect(Buffer.from((await reader.read()).value!).toString()).toBe('second')
    expect((await reader.read()).done).toBe(true)
    expect(Buffer.from(calls[0]!.attempt.response!.body).toString()).toBe('firstsecond')
  })

  test('a client of HTTP/1.0 without a Host gets an answer without chunks, and its end', async () => {
    const upstream = await service((_, response) => {
      response.write('piece ')
      response.end('by piece')
    })
    const { calls, url } = await watching(upstream)
    const text = await say(
      url,
      'POST / HTTP/1.0\r\nX-Amz-Target: AWSCognitoIdentityProviderService.GetUser\r\nContent-Length: 2\r\n\r\n{}',
    )
    expect(text).toMatch(/^HTTP\/1\.1 200 OK/)
    expect(text).not.toMatch(/transfer-encoding: chunked/i)
    expect(text.endsWith('\r\n\r\npiece by piece')).toBe(true)
    expect(calls[0]?.operation).toBe('GetUser')
  })

  test('a client that waits for 100 Continue gets it', async () => {
    const { url } = await watching(await echo())
    const continued = await new Promise((resolve) => {
      const request = http.request(url, {
        method: 'POST',
        headers: { ...target, expect: '100-continue', 'content-length': '2' },
      })
      request.on('continue', () => request.end('{}'))
      request.on('response', (response) => {
        response.resume()
        resolve(response.statusCode)
      })
    })
    expect(continued).toBe(200)
  })

  test('many clients at once each get their own answer, and no call is lost', async () => {
    const { calls, url } = await watching(await echo())
    const sizes = Array.from({ length: 100 }, (_, index) => index + 2)
    const answers = await Promise.all(
      sizes.map(async (size) => (await post(url, 'y'.repeat(size))).json()),
    )
    expect(answers.map((answer) => (answer as { bytes: number }).bytes)).toEqual(sizes)
    expect(calls.map(({ attempt }) => attempt.requestBody.length).sort((a, b) => a - b)).toEqual(
      sizes,
    )
  })

  test('a compressed answer arrives compressed, and is recorded in clear', async () => {
    const { gzipSync } = await import('node:zlib')
    const upstream = await service((_, response) => {
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('{"a":1}'))
    })
    const { calls, url } = await watching(upstream)
    expect(await (await post(url)).json()).toEqual({ a: 1 })
    const { response } = watchedCall(calls[0]!)
    expect(Buffer.from(response!.body!).toString()).toBe('{"a":1}')
  })
})

describe('what goes wrong on the way', () => {
  test('an application that goes away is recorded, and its call is broken off', async () => {
    let closed = (): void => undefined
    const gone = new Promise<void>((resolve) => {
      closed = resolve
    })
    const upstream = await service((_, response) => {
      response.once('close', closed)
    })
    const { calls, url } = await watching(upstream)
    const stop = new AbortController()
    const answer = fetch(url, { method: 'POST', headers: target, body: '{}', signal: stop.signal })
    setTimeout(() => stop.abort(), 50)
    await expect(answer).rejects.toThrow()
    await gone
    await expect.poll(() => calls.length).toBe(1)
    expect(calls[0]?.attempt.failure).toMatchObject({ code: 'cancelled' })
  })

  test('a service that cannot be reached is a gateway error with a sentence', async () => {
    const server = http.createServer()
    const upstream = await listening(server)
    server.close()
    const { calls, url } = await watching(upstream)
    const answer = await post(url)
    expect(answer.status).toBe(502)
    expect(await answer.json()).toMatchObject({
      __type: 'BadGateway',
      message: expect.stringContaining('Nothing listens at'),
    })
    expect(calls[0]?.attempt.failure).toMatchObject({ code: 'refused' })
  })

  test('an answer that breaks off breaks off for the application too', async () => {
    const upstream = await service((_, response) => {
      response.writeHead(200, { 'Content-Length': '100' })
      response.write('half', () => response.destroy())
    })
    const { calls, url } = await watching(upstream)
    await expect(send(url, { headers: target })).rejects.toThrow()
    await expect.poll(() => calls.length).toBe(1)
    expect(calls[0]?.attempt).toMatchObject({ failure: { code: 'cut off' } })
    expect(Buffer.from(calls[0]!.attempt.response!.body).toString()).toBe('half')
  })

  test('closing frees the port though calls are under way', async () => {
    const upstream = await service(() => undefined)
    const { close, inFlight, port, url } = await watching(upstream)
    const pending = send(url, { headers: target }).catch((error: unknown) => error)
    await expect.poll(inFlight).toBe(1)
    await close()
    expect(await pending).toBeInstanceOf(Error)
    const again = await watching(upstream, { port })
    expect(again.port).toBe(port)
  })
})

describe('who may call', () => {
  test('a page on the open web gets nothing through', async () => {
    const upstream = await echo()
    const refused: string[] = []
    const { calls, url } = await watching(upstream, { refused: (why) => refused.push(why) })
    const headers = { ...target, 'content-type': 'text/plain' }
    const foreign = [
      { ...headers, origin: 'https://evil.example' },
      { ...headers, origin: 'null' },
      { ...headers, origin: 'http://localhost.evil.example' },
      { ...headers, host: 'evil.example' },
      { ...headers, host: '127.0.0.1.evil.example' },
      { ...headers, 'sec-fetch-site': 'cross-site' },
    ]
    for (const each of foreign) {
      const answer = await send(url, { headers: each })
      expect(answer.status).toBe(403)
      expect(answer.headers['access-control-allow-origin']).toBeUndefined()
      const preflight = await send(url, {
        method: 'OPTIONS',
        headers: { ...each, 'access-control-request-method': 'POST' },
      })
      expect(preflight.status).toBe(403)
    }
    expect(calls).toEqual([])
    expect(refused).toHaveLength(foreign.length * 2)
  })

  test('pages of this machine may call, and those that are allowed', async () => {
    const { url } = await watching(await echo(), { allowedOrigins: ['https://app.example'] })
    const origins = [
      'http://localhost:3000',
      'https://shop.localhost',
      'http://127.0.0.1:5173',
      'http://[::1]:8080',
      'capacitor://localhost',
      'https://app.example',
    ]
    for (const origin of origins) {
      expect((await send(url, { headers: { ...target, origin } })).status).toBe(200)
      const preflight = await send(url, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type,x-amz-target',
        },
      })
      expect(preflight.status).toBe(200)
      expect(preflight.headers).toMatchObject({
        'access-control-allow-origin': '*',
        'access-control-allow-headers': 'content-type,x-amz-target',
        'access-control-max-age': '172800',
      })
    }
  })

  test('an emulator and a container call under their own names of this machine', async () => {
    const { url } = await watching(await echo())
    for (const host of ['10.0.2.2:9234', 'host.docker.internal', '[::1]:80', 'LOCALHOST'])
      expect((await send(url, { headers: { ...target, host } })).status).toBe(200)
  })
})

describe('faults on the way', () => {
  const faults = () => createActiveFaults(randomBytes, () => undefined)

  test('a throttled call does not reach the service, and the record says why', async () => {
    const active = faults()
    active.turnOn('throttling', { times: 1 })
    const { calls, url } = await watching(await echo(), { faults: active })
    const answer = await post(url)
    expect(answer.status).toBe(400)
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(await answer.json()).toMatchObject({ __type: 'TooManyRequestsException' })
    expect((await post(url)).status).toBe(200)
    expect(calls.map(({ fault }) => fault)).toEqual(['Throttling', undefined])
    expect(calls[0]?.attempt.response?.status).toBe(400)
  })

  test('a late answer is late, a cut one is cut, and both came from the service', async () => {
    const active = faults()
    active.turnOn('latency', { milliseconds: 80, jitter: 0 })
    const { calls, url } = await watching(await echo(), { faults: active })
    expect((await post(url)).status).toBe(200)
    expect(calls[0]).toMatchObject({ fault: 'Latency' })
    expect(calls[0]!.durationMs).toBeGreaterThanOrEqual(79)
    active.only({ 'cut-connection': {} })
    await expect(send(url, { headers: target })).rejects.toThrow()
    await expect.poll(() => calls.length).toBe(2)
    expect(calls[1]?.attempt.failure).toMatchObject({ code: 'cut off' })
  })

  test('a wrong clock moves the Date of the service', async () => {
    const active = faults()
    active.turnOn('clock-skew', { seconds: 3600 })
    const { calls, url } = await watching(await echo(), { faults: active })
    const date = Date.parse((await post(url)).headers.get('date') ?? '')
    expect(date - Date.now()).toBeGreaterThan(3_500_000)
    expect(calls[0]?.fault).toBe('Clock skew')
    expect(calls[0]!.attempt.response!.clockAhead).toBeGreaterThan(3_500_000)
  })
})

describe('signed calls', () => {
  const signature =
    'AWS4-HMAC-SHA256 Credential=AKIA/20261128/eu-west-1/cognito-idp/aws4_request, SignedHeaders=host, Signature=00'
  const admin = {
    'X-Amz-Target': 'AWSCognitoIdentityProviderService.AdminInitiateAuth',
    authorization: signature,
  }

  test('one for AWS is answered with the reason, and not forwarded', async () => {
    const { calls, url } = await watching(new URL('https://cognito-idp.eu-west-1.amazonaws.com'))
    const answer = await send(url, { headers: admin })
    expect(answer.status).toBe(400)
    expect(JSON.parse(answer.body)).toMatchObject({
      __type: 'InvalidSignatureException',
      message: expect.stringContaining('did not forward AdminInitiateAuth'),
    })
    expect(calls[0]?.attempt.response?.status).toBe(400)
  })

  test('one for the practice pool or an emulator goes on as it is', async () => {
    const { url } = await watching(await echo())
    const { raw } = JSON.parse((await send(url, { headers: admin })).body) as { raw: string[] }
    expect(raw).toContain(signature)
  })
})
