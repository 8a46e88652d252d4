import * as http from 'node:http'
import * as net from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import {
  cleanUp,
  closeAll,
  echo,
  listening,
  post,
  send,
  service,
  target,
  watching,
} from './endpoint-under-test.ts'
import { watchedCall } from './watched-call.ts'

afterEach(closeAll)

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
  test('a call and its response arrive unchanged, except for the host name', async () => {
    const upstream = await echo()
    const { calls, url } = await watching(upstream)
    const body = '{"ClientId":"é","AuthParameters":{"PASSWORD":"p\\u0061ss"}}'
    const { headers, body: answer } = await send(
      `${url}/?x=1`,
      { headers: { ...target, 'x-UPPER-lower': 'a', Connection: 'close', Accept: '*/*' } },
      body,
    )
    const {
      bytes,
      raw,
      url: requested,
    } = JSON.parse(answer) as {
      readonly raw: string[]
      readonly url: string
      readonly bytes: number
    }
    expect(requested).toBe('/?x=1')
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

  test('a request that is not a call to the service is forwarded and not recorded', async () => {
    const { calls, url } = await watching(await echo())
    const answer = await fetch(`${url}/pool/.well-known/jwks.json`)
    expect(await answer.json()).toMatchObject({ url: '/pool/.well-known/jwks.json' })
    expect(calls).toEqual([])
  })

  test('a body of any size is streamed, and recorded up to a limit', async () => {
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

  test('a response is streamed as the service sends it', async () => {
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

  test('an HTTP/1.0 client without Host gets a complete response without chunks', async () => {
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

  test('concurrent clients each get their own response, and no call is lost', async () => {
    const { calls, url } = await watching(await echo())
    const sizes = Array.from({ length: 100 }, (_, index) => index + 2)
    const answers = await Promise.all(
      sizes.map(async (size) => (await post(url, 'y'.repeat(size))).json() as Promise<unknown>),
    )
    expect(answers.map((answer) => (answer as { bytes: number }).bytes)).toEqual(sizes)
    expect(calls.map(({ attempt }) => attempt.requestBody.length).sort((a, b) => a - b)).toEqual(
      sizes,
    )
  })

  test('a compressed response arrives compressed, and is recorded uncompressed', async () => {
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

describe('what goes wrong', () => {
  test('an application that disconnects is recorded, and its call is aborted', async () => {
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

  test('a service that cannot be reached is a gateway error with an explanation', async () => {
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

  test('a truncated response is truncated for the application too', async () => {
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

  test('closing frees the port even while calls are in progress', async () => {
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
