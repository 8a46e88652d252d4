import { afterEach, beforeAll, expect, test } from 'vitest'
import { networkOf } from './network.ts'
import { namesOf, readCertificates } from './read-certificates.ts'
import { readProxyUrl } from './read-proxy-url.ts'
import {
  identityOf,
  startForwardProxy,
  startServer,
  startTlsServer,
  type Identity,
  type Listening,
} from './servers-under-test.ts'

const open: Listening[] = []
let ca: Identity
let server: Identity
let requests = 0

beforeAll(async () => {
  ca = await identityOf('Company CA', { isAuthority: true })
  server = await identityOf('cognito.test', { ca })
})
afterEach(async () => {
  requests = 0
  for (const { close } of open.splice(0)) await close()
})

const started = async ({ cert, key }: Identity): Promise<Listening> => {
  const listening = await startTlsServer({ cert, key }, () => {
    requests += 1
  })
  open.push(listening)
  return listening
}

/** By the way of a proxy, at which names under `.test` lead to loopback. */
async function byProxy(url: string, trustedCertificates: readonly string[] = []) {
  const proxy = await startForwardProxy()
  open.push(proxy)
  const route = readProxyUrl(`http://127.0.0.1:${String(proxy.port)}`, 'settings')
  const trust = { caFiles: [], trustedCertificates }
  return readCertificates(new URL(url), networkOf({ proxy: { kind: 'manual', route }, trust }))
}

test('the chain of an untrusted server is read whole, and no request is sent', async () => {
  const { port } = await started({ key: server.key, cert: `${server.cert}\n${ca.cert}` })
  const { chain, refused } = await byProxy(`https://cognito.test:${String(port)}/`)
  expect(refused?.code).toBe('SELF_SIGNED_CERT_IN_CHAIN')
  expect(chain.map(({ subject }) => subject)).toEqual(['CN=cognito.test', 'CN=Company CA'])
  expect(chain.slice(0, 1).flatMap(namesOf)).toEqual(['cognito.test'])
  expect(requests).toBe(0)
})

test('trusting the authority or the server’s own certificate lets it through', async () => {
  const { port } = await started(server)
  const url = `https://cognito.test:${String(port)}/`
  expect((await byProxy(url)).refused?.code).toBe('UNABLE_TO_VERIFY_LEAF_SIGNATURE')
  expect((await byProxy(url, [ca.cert])).refused).toBeUndefined()
  expect((await byProxy(url, [server.cert])).refused).toBeUndefined()
})

test('a trusted certificate for another name is refused for its name', async () => {
  const { port } = await started(server)
  const { refused } = await byProxy(`https://other.test:${String(port)}/`, [ca.cert])
  expect(refused?.code).toBe('ERR_TLS_CERT_ALTNAME_INVALID')
  expect(refused?.message).toContain('cognito.test')
})

test('a server without TLS leads to a sentence that says what to check', async () => {
  const plain = await startServer()
  open.push(plain)
  await expect(
    readCertificates(new URL(`https://127.0.0.1:${String(plain.port)}/`), networkOf()),
  ).rejects.toMatchObject({ code: 'no-certificate', message: expect.stringContaining('TLS') })
})
