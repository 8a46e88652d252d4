import * as http from 'node:http'
import * as net from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { Secret } from '#engine/secret/secret.ts'
import type { WireRequest } from '#engine/wire/request.ts'
import { networkOf } from '#main/network/network.ts'
import { openSender, type SendOptions } from './send-operation.ts'

const sender = openSender()
const cleanUp: (() => void)[] = []
afterEach(() => {
  for (const close of cleanUp.splice(0)) close()
})

const request: WireRequest = {
  operation: 'InitiateAuth',
  input: {
    AuthFlow: 'SOMETHING_NEW',
    ClientId: 'client',
    AuthParameters: { USERNAME: 'ada', PASSWORD: Secret.of('password', 'Ünïcode "9!') },
  },
}

const send = (endpoint: string, options: Partial<SendOptions> = {}) =>
  sender.send(request, { region: 'eu-west-1', endpoint }, { timeoutMs: 5000, ...options })

async function listen(server: net.Server): Promise<string> {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  cleanUp.push(() => server.close())
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
}

const answering = (listener: http.RequestListener) => listen(http.createServer(listener))

/** A server that says bytes of our own after it has heard the whole request. */
const saying = (bytes: string, heard: (request: string) => void = () => undefined) =>
  listen(
    net.createServer((socket) => {
      let text = ''
      socket.on('error', () => undefined)
      socket.on('data', (chunk) => {
        text += chunk.toString()
        if (!text.includes('}}')) return
        heard(text)
        socket.end(bytes)
      })
    }),
  )

const refusal = JSON.stringify({ __type: 'NotAuthorizedException', message: 'No.' })

test('what is recorded equals what was sent and received', async () => {
  let wire = ''
  const endpoint = await saying(
    `HTTP/1.1 400 Bad Request\r\nX-Amzn-RequestId: r-1\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\nDate: ${new Date(Date.now() + 60_000).toUTCString()}\r\nContent-Length: ${String(refusal.length)}\r\n\r\n${refusal}`,
    (text) => {
      wire = text
    },
  )
  const { answer, attempts } = await send(endpoint)
  const [attempt] = attempts
  if (!attempt?.response) throw new Error('no attempt')
  const head = attempt.requestHeaders.map(([name, value]) => `${name}: ${value}`).join('\r\n')
  const body = Buffer.from(attempt.requestBody).toString()
  expect(wire).toBe(`POST / HTTP/1.1\r\n${head}\r\n\r\n${body}`)
  expect(JSON.parse(body)).toMatchObject({
    AuthFlow: 'SOMETHING_NEW',
    AuthParameters: { PASSWORD: 'Ünïcode "9!' },
  })
  expect(attempt.response.headers.filter(([name]) => name === 'Set-Cookie')).toHaveLength(2)
  expect(Buffer.from(attempt.response.body).toString()).toBe(refusal)
  expect(attempt.response.statusText).toBe('Bad Request')
  expect(attempt.response.clockAhead).toBeGreaterThan(58_000)
  expect(attempt.response.clockAhead).toBeLessThan(62_000)
  expect(answer).toEqual({
    kind: 'refused',
    error: 'NotAuthorizedException',
    message: 'No.',
    status: 400,
  })
})

test('a new connection has its phases, and a reused one has none', async () => {
  const endpoint = await answering((_, response) => {
    setTimeout(() => response.writeHead(400).end(refusal), 30)
  })
  const { attempts: first } = await send(endpoint.replace('127.0.0.1', 'localhost'))
  const { attempts: second } = await send(endpoint.replace('127.0.0.1', 'localhost'))
  expect(first[0]?.connection.reused).toBe(false)
  expect(Object.keys(first[0]?.phases ?? {})).toEqual([
    'blocked',
    'dns',
    'connect',
    'send',
    'wait',
    'receive',
  ])
  expect(first[0]?.phases.wait).toBeGreaterThan(25)
  expect(first[0]?.connection.remoteAddress).toMatch(/^(127\.0\.0\.1|\[::1\]):\d+$/)
  expect(second[0]?.connection.reused).toBe(true)
  expect(Object.keys(second[0]?.phases ?? {})).toEqual(['blocked', 'send', 'wait', 'receive'])
})

test('a name that is not found has a DNS phase and none of a connection', async () => {
  const { answer, attempts } = await send('http://no-such-host.invalid:9')
  expect(answer.kind).toBe('failed')
  expect(Object.keys(attempts[0]?.phases ?? {})).toEqual(['blocked', 'dns'])
})

test('every attempt is recorded, not only the last', async () => {
  let count = 0
  const endpoint = await answering((_, response) => {
    count += 1
    const body = count < 3 ? '{"__type":"InternalErrorException"}' : refusal
    response.writeHead(count < 3 ? 500 : 400).end(body)
  })
  const live: number[] = []
  const { answer, attempts } = await send(endpoint, { onAttempt: (a) => live.push(a.number) })
  expect(attempts.map(({ response }) => response?.status)).toEqual([500, 500, 400])
  expect(attempts[1]?.requestHeaders).toContainEqual(['amz-sdk-request', 'attempt=2; max=3'])
  expect(live).toEqual([1, 2, 3])
  expect(answer.kind).toBe('refused')
})

const nothing = 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'
const page = '<!doctype html><title>Log in</title>'
test.each([
  ['an empty body', nothing, 'empty'],
  [
    'a page of HTML',
    `HTTP/1.1 200 OK\r\nContent-Length: ${String(page.length)}\r\n\r\n${page}`,
    'html',
  ],
  [
    'a redirect, which must not be followed',
    'HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n',
    'redirect',
  ],
  ['half of a JSON', 'HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n{"Chal', 'not json'],
  ['another JSON', 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}', 'not cognito'],
])('an unreadable response is a result: %s', async (_, bytes, reason) => {
  const { answer, attempts } = await send(await saying(bytes))
  expect(answer).toMatchObject({ kind: 'unreadable', reason })
  expect(attempts.at(-1)?.response).toBeDefined()
})

test('a body shorter than announced is a failure', async () => {
  const { answer, attempts } = await send(
    await saying('HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{"ChallengeName":'),
  )
  expect(answer).toMatchObject({ kind: 'failed', code: 'cut off' })
  expect(Buffer.from(attempts.at(-1)?.response?.body ?? []).toString()).toBe('{"ChallengeName":')
})

test('a server that does not speak HTTP is a failure', async () => {
  const { answer } = await send(await saying('SSH-2.0-OpenSSH_9.2\r\n'))
  expect(answer).toMatchObject({ kind: 'failed', code: 'other' })
  expect(answer).toHaveProperty('message', expect.stringContaining('does not speak HTTP'))
})

test('a connection closed without a response is a failure', async () => {
  const { answer } = await send(await saying(''))
  expect(answer).toMatchObject({ kind: 'failed', code: 'reset' })
})

test('TLS to a server without TLS is a failure', async () => {
  const endpoint = await answering((_, response) => response.end())
  const { answer } = await send(endpoint.replace('http:', 'https:'))
  expect(answer).toMatchObject({ kind: 'failed', code: 'tls' })
})

test('a closed port and an unknown host are failures of their own', async () => {
  const endpoint = await answering(() => undefined)
  cleanUp.splice(0).forEach((close) => {
    close()
  })
  expect((await send(endpoint)).answer).toMatchObject({ kind: 'failed', code: 'refused' })
  const unknown = await send('http://authscope.invalid')
  expect(unknown.answer).toMatchObject({ kind: 'failed', code: 'not found' })
})

test('a server that hangs ends at the time limit', async () => {
  const endpoint = await answering(() => undefined)
  const { answer, attempts } = await send(endpoint, { timeoutMs: 150 })
  expect(answer).toMatchObject({ kind: 'failed', code: 'timed out' })
  expect(attempts).toHaveLength(1)
  expect(attempts[0]?.phases.wait).toBeGreaterThan(50)
})

test('a slow body ends at the time limit', async () => {
  const endpoint = await answering((_, response) => {
    response.writeHead(200)
    const timer = setInterval(() => response.write(' '), 20)
    response.once('close', () => {
      clearInterval(timer)
    })
  })
  const { answer, attempts } = await send(endpoint, { timeoutMs: 200 })
  expect(answer).toMatchObject({ kind: 'failed', code: 'timed out' })
  expect(attempts[0]?.response?.body.length).toBeGreaterThan(0)
})

test('cancelling does not wait for the server', async () => {
  const endpoint = await answering(() => undefined)
  const stop = new AbortController()
  setTimeout(() => {
    stop.abort()
  }, 50)
  const { answer } = await send(endpoint, { signal: stop.signal })
  expect(answer).toMatchObject({ kind: 'failed', code: 'cancelled' })
})

test('cancelling does not wait for the name of the proxy', async () => {
  const network = networkOf(undefined, () => new Promise<string>(() => undefined))
  const slow = openSender(network)
  const { answer, attempts } = await slow.send(
    request,
    { region: 'eu-west-1', endpoint: 'https://pool.example' },
    { timeoutMs: 5000, signal: AbortSignal.timeout(50) },
  )
  expect(answer).toMatchObject({ kind: 'failed', code: 'cancelled' })
  expect(attempts).toEqual([expect.objectContaining({ phases: {} })])
})

test('an endpoint keeps its path, and an invalid endpoint is a failure', async () => {
  let path: string | undefined
  const endpoint = await answering((incoming, response) => {
    path = incoming.url
    response.writeHead(400).end(refusal)
  })
  await send(`${endpoint}/stage/cognito`)
  expect(path).toBe('/stage/cognito/')
  expect((await send('not a url')).answer).toMatchObject({ kind: 'failed', code: 'other' })
})
