import { randomBytes } from 'node:crypto'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createActiveFaults } from '#pool/faults/active-faults.ts'
import { closeAll, echo, post, send, target, watching } from './endpoint-under-test.ts'

afterEach(closeAll)

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

  test('pages of this machine and allowed ones may call', async () => {
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

  test('an emulator and a container may use their own names for this machine', async () => {
    const { url } = await watching(await echo())
    for (const host of ['10.0.2.2:9234', 'host.docker.internal', '[::1]:80', 'LOCALHOST'])
      expect((await send(url, { headers: { ...target, host } })).status).toBe(200)
  })
})

describe('injected faults', () => {
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

  test('a delayed response is late, a truncated one is truncated, and both came from the service', async () => {
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

  test('a delayed response that the application did not wait for is recorded as lost, at once', async () => {
    const active = faults()
    active.turnOn('latency', { milliseconds: 30_000, jitter: 0 })
    const { calls, url } = await watching(await echo(), { faults: active })
    const signal = AbortSignal.timeout(100)
    await expect(
      fetch(url, { method: 'POST', headers: target, body: '{}', signal }),
    ).rejects.toThrow()
    await expect.poll(() => calls.length).toBe(1)
    expect(calls[0]?.attempt.failure).toMatchObject({ code: 'cancelled' })
  })

  test('a wrong clock shifts the service’s Date header', async () => {
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

  test('one for AWS is refused with the reason, and not forwarded', async () => {
    const { calls, url } = await watching(new URL('https://cognito-idp.eu-west-1.amazonaws.com'))
    const answer = await send(url, { headers: admin })
    expect(answer.status).toBe(400)
    expect(JSON.parse(answer.body)).toMatchObject({
      __type: 'InvalidSignatureException',
      message: expect.stringContaining('did not forward AdminInitiateAuth'),
    })
    expect(calls[0]?.attempt.response?.status).toBe(400)
  })

  test('one that cannot be signed again is refused with the reason, and recorded', async () => {
    const sign = vi.fn(() => Promise.reject(new Error('There are no AWS credentials.')))
    const upstream = new URL('https://cognito-idp.eu-west-1.amazonaws.com')
    const { calls, url } = await watching(upstream, { sign })
    const refused = await send(url, { headers: admin }, '{"Username":"ada"}')
    expect(JSON.parse(refused.body)).toMatchObject({
      __type: 'InvalidSignatureException',
      message: expect.stringContaining('There are no AWS credentials.'),
    })
    expect(Buffer.from(calls[0]!.attempt.requestBody).toString()).toBe('{"Username":"ada"}')
    const large = await send(url, { headers: admin }, 'x'.repeat(5 << 20))
    expect(large.body).toContain('larger than 4 MB')
    expect(sign).toHaveBeenCalledOnce()
    expect(calls).toHaveLength(2)
  })

  test('one for the practice pool or an emulator is forwarded unchanged', async () => {
    const { url } = await watching(await echo())
    const { raw } = JSON.parse((await send(url, { headers: admin })).body) as { raw: string[] }
    expect(raw).toContain(signature)
  })
})
