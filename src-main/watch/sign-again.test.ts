import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import * as https from 'node:https'
import { afterEach, expect, test } from 'vitest'
import { closeAll, echo, watching } from './endpoint-under-test.ts'
import { makeCertificate } from './certificate.ts'
import { signAgain } from './sign-again.ts'

afterEach(closeAll)

test('a call that is signed again has one signature, for its target host', async () => {
  const sign = signAgain({ kind: 'practice' }, 'eu-west-1')
  const url = new URL('https://cognito-idp.eu-west-1.amazonaws.com/')
  const headers = await sign({
    url,
    headers: [
      ['Host', url.host],
      ['Content-Type', 'application/x-amz-json-1.1'],
      ['X-Amz-Target', 'AWSCognitoIdentityProviderService.AdminGetUser'],
      ['X-Amz-Date', '20200101T000000Z'],
      ['Authorization', 'AWS4-HMAC-SHA256 Credential=OLD/x, SignedHeaders=host, Signature=00'],
      ['User-Agent', 'somebody'],
    ],
    body: Buffer.from('{"Username":"ada"}'),
  })
  const named = (wanted: string) =>
    headers.filter(([name]) => name.toLowerCase() === wanted).map(([, value]) => value)
  expect(named('authorization')).toHaveLength(1)
  expect(named('authorization')[0]).toMatch(
    /Credential=AKIAPRACTICE00000000\/\d{8}\/eu-west-1\/cognito-idp\/aws4_request, SignedHeaders=content-type;host;x-amz-[^,]*x-amz-target, Signature=[0-9a-f]{64}$/,
  )
  expect(named('x-amz-date')).toHaveLength(1)
  expect(named('x-amz-date')[0]).not.toBe('20200101T000000Z')
  expect(named('user-agent')).toEqual(['somebody'])
})

test('an https endpoint serves a certificate for this machine’s names', async () => {
  const certificate = await makeCertificate(Date.now())
  const { calls, url } = await watching(await echo(), { certificate })
  const request = https.request(url, {
    method: 'POST',
    ca: certificate.cert,
    headers: { 'x-amz-target': 'AWSCognitoIdentityProviderService.GetUser' },
  })
  request.end('{}')
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  response.resume()
  await once(response, 'end')
  expect(response.statusCode).toBe(200)
  expect(calls[0]?.operation).toBe('GetUser')
})
