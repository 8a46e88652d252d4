import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Secret } from '#engine/secret/secret.ts'
import { fetchPublic } from '#main/http/fetch-public.ts'
import { expectedPool, reportTokens, type ExpectedPool } from './report.ts'

const { privateKey, publicKey } = await generateKeyPair('RS256')
const stranger = await generateKeyPair('RS256')
const jwks = {
  keys: [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }],
}
let answer = { status: 200, body: JSON.stringify(jwks) }
let fetched = 0
const server = createServer((_, response) => {
  fetched += 1
  response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body)
})
let pool: ExpectedPool

beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  pool = expectedPool('eu-west-1_Pool', 'client', `http://127.0.0.1:${String(port)}/`)
})
afterAll(() => server.close())

const now = Date.now()
const ports = { fetchPublic, now: () => now }

const computed = async (claims: Record<string, unknown>, key = privateKey, kid = 'one') =>
  Secret.of(
    'id token',
    await new SignJWT({
      token_use: 'id',
      aud: 'client',
      sub: 'u',
      iss: pool.issuers[0] ?? '',
      ...claims,
    })
      .setProtectedHeader({ alg: 'RS256', kid })
      .setIssuedAt(now / 1000)
      .setExpirationTime(typeof claims['exp'] === 'number' ? claims['exp'] : now / 1000 + 3600)
      .sign(key),
  )

const codes = async (token: Secret, of = pool) =>
  (await reportTokens([{ token, expectedUse: 'id' }], of, ports))[0]?.findings.map(
    ({ code }) => code,
  )

test('a valid token has no bad finding, and its keys are fetched once', async () => {
  fetched = 0
  const token = await computed({})
  const [report] = await reportTokens([{ token }, { token }], pool, ports)
  expect(fetched).toBe(1)
  expect(report?.findings.filter(({ level }) => level === 'bad')).toEqual([])
  expect(report).toMatchObject({ use: 'id', claims: { sub: 'u' } })
})

test('an expired token has a valid signature', async () => {
  const found = await codes(await computed({ exp: Math.floor(now / 1000) - 10 }))
  expect(found).toContain('signature-valid')
  expect(found).toContain('expired')
})

test('a token signed by another key has an invalid signature', async () => {
  expect(await codes(await computed({}, stranger.privateKey))).toContain('signature-invalid')
  expect(await codes(await computed({}, stranger.privateKey, 'two'))).toContain(
    'signature-unknown-key',
  )
})

test('a signature without available keys is not checked', async () => {
  const token = await computed({})
  const right = answer
  for (const wrong of [
    { status: 404, body: '{}' },
    { status: 200, body: '<html>' },
    { status: 302, body: '' },
  ]) {
    answer = wrong
    expect(await codes(token)).toContain('signature-not-checked')
  }
  answer = right
})

test('a token does not choose the server of its keys', async () => {
  fetched = 0
  await codes(await computed({ iss: 'http://127.0.0.1:1/elsewhere' }))
  expect(fetched).toBe(1)
  expect(await codes(await computed({}), { issuers: [], clientId: '' })).toContain(
    'signature-not-checked',
  )
})

test('invalid tokens are reported as unknown', async () => {
  for (const text of ['', 'x', 'a.b.c', 'eyJhbGciOiJub25lIn0.e30.', 'eyJ.eyJ.eyJ', '…'])
    expect((await reportTokens([{ token: Secret.of('text', text) }], pool, ports))[0]?.use).toBe(
      'unknown',
    )
})
