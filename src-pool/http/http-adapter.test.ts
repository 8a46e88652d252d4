import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { defaultConfiguration } from '../default-configuration.ts'
import { startPracticeServer, type PracticeServer } from '../practice-server.ts'

// Watched, and as it is.
vi.mock(import('../state/rsa-key.ts'), { spy: true })

let server: PracticeServer

beforeAll(async () => {
  server = await startPracticeServer({ now: () => Date.UTC(2026, 8, 5, 12) })
})

afterAll(() => server.close())

const post = (operation: string, body: string) =>
  fetch(server.endpoint, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
    },
    body,
  })

/** A request with a Host header of one's own, which fetch does not allow. */
const statusWithHost = (host: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request({ port: server.port, host: '127.0.0.1', path: '/', headers: { host } }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })

describe('the HTTP adapter', () => {
  it('says practice wherever it answers, and gives an ID and the time of the pool', async () => {
    const { headers } = await post('Nothing', '{}')
    expect(headers.get('server')).toBe('Authscope practice pool')
    expect(headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    expect(headers.get('date')).toBe('Sat, 05 Sep 2026 12:00:00 GMT')
  })

  it('repeats a refusal in the headers, and says how certain its text is', async () => {
    const answer = await post('GetUser', '{"AccessToken":"x"}')
    expect(answer.status).toBe(400)
    expect(answer.headers.get('content-type')).toBe('application/x-amz-json-1.1')
    expect(answer.headers.get('x-amzn-errortype')).toBe('NotAuthorizedException:')
    expect(answer.headers.get('x-amzn-errormessage')).toBe('Invalid Access Token')
    expect(answer.headers.get('x-authscope-text')).toBe('confirmed')
    expect(await answer.json()).toEqual({
      __type: 'NotAuthorizedException',
      message: 'Invalid Access Token',
    })
  })

  it('says nothing of a fault of its own but Cognito’s InternalErrorException', async () => {
    const faulty = await startPracticeServer({
      modPow: () => {
        throw new TypeError("Cannot read properties of undefined (reading 'verifier')")
      },
    })
    const faults: unknown[] = []
    faulty.subscribe((event) => {
      if (event.kind === 'call') faults.push(event.fault)
    })
    const { clients, users } = faulty.describe()
    const answer = await fetch(faulty.endpoint, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-amz-json-1.1',
        'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth',
      },
      body: JSON.stringify({
        AuthFlow: 'USER_SRP_AUTH',
        ClientId: Object.values(clients)[0]?.clientId,
        AuthParameters: { USERNAME: users[0]?.username, SRP_A: 'f00d' },
      }),
    })
    expect(answer.status).toBe(500)
    expect(await answer.json()).toEqual({
      __type: 'InternalErrorException',
      message: 'Something went wrong',
    })
    expect([...answer.headers.values()].join()).not.toMatch(/cannot read|TypeError|at .*\.ts/i)
    // The person at the pool is told.
    expect(faults).toEqual([expect.any(TypeError)])
    await faulty.close()
  })

  it('survives a value that no header can hold', async () => {
    const answer = await post('InitiateAuth', '{"ClientId":"né\\r\\nX: 1 ☃"}')
    expect(answer.headers.get('x-amzn-errormessage')).toMatch(/at 'clientId'/)
    expect(await answer.text()).toContain('né')
  })

  it('answers a call without a target, a wrong method and a wrong path', async () => {
    const headers = { 'Content-Type': 'application/x-amz-json-1.1; charset=utf-8' }
    const bare = await fetch(server.endpoint, { method: 'POST', headers, body: '{}' })
    expect(await bare.json()).toEqual({ __type: 'UnknownOperationException' })
    expect((await fetch(server.endpoint, { method: 'PUT' })).status).toBe(400)
    expect((await fetch(`${server.endpoint}/us-east-1_None/.well-known/jwks.json`)).status).toBe(
      404,
    )
  })

  it.each([
    ['application/json', 200, '"__type":"com.amazon.coral.service#UnknownOperationException"'],
    ['application/json; charset=utf-8', 200, '"Version":"1.0"'],
    ['application/x-amz-json-1.0', 404, '<UnknownOperationException/>'],
    ['text/plain', 404, '<UnknownOperationException/>'],
    ['application/x-www-form-urlencoded', 404, '<UnknownOperationException/>'],
  ])(
    'performs nothing that is sent as %s, and says that this is assumed',
    async (type, status, text) => {
      const answer = await fetch(server.endpoint, {
        method: 'POST',
        headers: {
          'Content-Type': type,
          'X-Amz-Target': 'AWSCognitoIdentityProviderService.GetUser',
        },
        body: '{"AccessToken":"x"}',
      })
      expect([answer.status, answer.headers.get('x-authscope-text')]).toEqual([status, 'assumed'])
      expect(await answer.text()).toContain(text)
    },
  )

  it('refuses a body over the limit without reading it all', async () => {
    const answer = await post('InitiateAuth', 'x'.repeat(1024 * 1024 + 1))
    expect(answer.status).toBe(413)
    expect(await answer.text()).toBe('')
  })

  it('lets a page of this machine call it: preflight and exposed headers', async () => {
    const wanted = 'amz-sdk-invocation-id,x-amz-target,x-amz-user-agent,cache-control'
    const preflight = await fetch(server.endpoint, {
      method: 'OPTIONS',
      headers: {
        origin: 'http://localhost:5173',
        'access-control-request-method': 'POST',
        'access-control-request-headers': wanted,
      },
    })
    expect(preflight.status).toBe(200)
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*')
    expect(preflight.headers.get('access-control-allow-methods')).toContain('POST')
    expect(preflight.headers.get('access-control-allow-headers')).toBe(wanted)
    expect(preflight.headers.get('access-control-max-age')).toBe('172800')
    expect(preflight.headers.get('access-control-expose-headers')).toContain('x-amzn-RequestId')
  })

  it('refuses pages of the web, unless their origin is allowed', async () => {
    const from = async (endpoint: string, origin: string) => {
      const answer = await fetch(endpoint, {
        method: 'POST',
        headers: {
          origin,
          'Content-Type': 'application/x-amz-json-1.1',
          'x-amz-target': 'AWSCognitoIdentityProviderService.GetUser',
        },
        body: '{}',
      })
      return [answer.status, answer.headers.get('access-control-allow-origin')]
    }
    expect(await from(server.endpoint, 'https://app.example')).toEqual([403, null])
    expect(await from(server.endpoint, 'http://127.0.0.1.example')).toEqual([403, null])
    expect(await from(server.endpoint, 'http://evil.example@localhost')).toEqual([403, null])
    expect(await from(server.endpoint, 'http://[::1]:3000')).toEqual([400, '*'])
    expect(await from(server.endpoint, 'http://shop.localhost:3000')).toEqual([400, '*'])
    const open = await startPracticeServer({ allowedOrigins: ['https://app.example'] })
    expect(await from(open.endpoint, 'https://app.example')).toEqual([400, '*'])
    await open.close()
  })

  it('shows the outbox to a program that has its token, and never to a page', async () => {
    const open = await startPracticeServer({ outboxToken: 'a-token' })
    const read = (headers: Record<string, string>, endpoint = open.endpoint) =>
      fetch(`${endpoint}/authscope/outbox`, { headers })
    const authorization = 'Bearer a-token'
    expect(await (await read({ authorization })).json()).toEqual({ messages: [] })
    expect((await read({})).status).toBe(403)
    expect((await read({ authorization: 'Bearer other' })).status).toBe(403)
    expect((await read({ authorization, origin: 'http://localhost:3000' })).status).toBe(403)
    expect((await read({ authorization: 'Bearer undefined' }, server.endpoint)).status).toBe(403)
    await open.close()
  })

  it('answers under loopback names alone, so that a rebound name of the web finds nothing', async () => {
    for (const name of ['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example'])
      expect(await statusWithHost(name), name).toBe(403)
    expect(await statusWithHost(`localhost:${String(server.port)}`)).toBe(404)
  })

  it('serves the OpenID configuration with the issuer of the tokens', async () => {
    const { issuer, jwksUri, userPoolId } = server.describe()
    expect(issuer).toBe(`${server.endpoint}/${userPoolId}`)
    const document = await fetch(`${issuer}/.well-known/openid-configuration`)
    expect(await document.json()).toMatchObject({ issuer, jwks_uri: jwksUri })
  })

  it('notifies a listener of calls and messages until it stops listening', async () => {
    const heard: string[] = []
    const stop = server.subscribe((event) => heard.push(event.kind))
    const { clients, users } = server.describe()
    const sms = users.find(({ username }) => username === 'sms-user')
    await post(
      'InitiateAuth',
      JSON.stringify({
        AuthFlow: 'USER_PASSWORD_AUTH',
        ClientId: clients['web-public']?.clientId,
        AuthParameters: { USERNAME: sms?.username, PASSWORD: sms?.password },
      }),
    )
    server.reset()
    stop()
    await post('Nothing', '{}')
    expect(heard).toEqual(['message', 'call', 'reset'])
  })
})

describe('starting and ending', () => {
  it('does not wait for its keys', async () => {
    // Loaded again, with the watched module: keys are kept for as long as the process lives.
    vi.resetModules()
    const { newRsaKey } = await import('../state/rsa-key.ts')
    const fresh = await import('../practice-server.ts')
    const [first] = defaultConfiguration.pools
    const quick = await fresh.startPracticeServer({ configuration: { pools: [first!] } })
    expect(newRsaKey).not.toHaveBeenCalled()
    await fetch(quick.describe().jwksUri)
    expect(newRsaKey).toHaveBeenCalledTimes(2)
    await quick.close()
  })

  it('says that a port is taken, and frees its own', async () => {
    await expect(startPracticeServer({ port: server.port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    })
    const { port, close } = await startPracticeServer()
    await close()
    const again = await startPracticeServer({ port })
    await again.close()
  })

  it('can make an issuer that looks like AWS', async () => {
    const aws = await startPracticeServer({
      configuration: {
        pools: [
          {
            id: 'eu-west-1_Other1',
            issuer: 'aws',
            clients: [{ name: 'a', id: 'a' }],
            users: [],
          },
        ],
      },
    })
    expect(aws.describe().issuer).toBe(
      'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Other1',
    )
    expect(aws.region).toBe('eu-west-1')
    await aws.close()
  })
})
