import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { Secret } from '#engine/secret/secret.ts'
import { openAgents } from '#main/http/agents.ts'
import { exchange } from '#main/http/exchange.ts'
import { firstRoute, findProxyBy, type ProxySetting } from './find-proxy.ts'
import { networkOf } from './network.ts'
import type { ProxyRoute } from './proxy-route.ts'
import { readProxyUrl } from './read-proxy-url.ts'
import {
  identityOf,
  startForwardProxy,
  startServer,
  startSocksProxy,
  startTlsServer,
  type Identity,
  type Listening,
} from './servers-under-test.ts'
import { defaultTrust, type TrustSetting } from './trust.ts'

const name = 'cognito.test'
const folder = mkdtempSync(join(tmpdir(), 'authscope-network-'))
const open: Listening[] = []
let ca: Identity
let server: Identity
let caFile: string

const file = (fileName: string, text: string) => {
  const path = join(folder, fileName)
  writeFileSync(path, text)
  return path
}
const opened = async <T extends Listening>(starting: Promise<T>): Promise<T> => {
  const listening = await starting
  open.push(listening)
  return listening
}

beforeAll(async () => {
  ca = await identityOf('Company CA', { isAuthority: true })
  server = await identityOf(name, { ca })
  caFile = file('ca.pem', ca.cert)
})
afterEach(async () => {
  vi.unstubAllEnvs()
  for (const { close } of open.splice(0)) await close()
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const through = (url: string): ProxySetting => ({
  kind: 'manual',
  route: readProxyUrl(url, 'settings'),
})

/** One call, with what was recorded of it. */
async function call(
  url: string,
  proxy: ProxySetting = { kind: 'none' },
  trust: Partial<TrustSetting> = { caFiles: [caFile] },
) {
  const agents = openAgents(networkOf({ proxy, trust: { ...defaultTrust, ...trust } }))
  const body = Buffer.from('{}')
  try {
    return (await exchange({ method: 'POST', url: new URL(url), headers: [], body }, agents))
      .attempt
  } finally {
    agents.close()
  }
}

describe('a proxy', () => {
  test('tunnels a call by CONNECT, and the attempt names the proxy and its duration', async () => {
    const target = await opened(startTlsServer(server))
    const proxy = await opened(startForwardProxy())
    const attempt = await call(
      `https://${name}:${String(target.port)}/`,
      through(`http://127.0.0.1:${String(proxy.port)}`),
    )
    expect(attempt.response?.status).toBe(400)
    expect(proxy.requested).toEqual([`${name}:${String(target.port)}`])
    expect(attempt.connection.proxy).toEqual({
      address: `127.0.0.1:${String(proxy.port)}`,
      source: 'settings',
    })
    expect(attempt.connection.tls?.subject).toContain(name)
    expect(Object.keys(attempt.phases)).toEqual([
      'blocked',
      'proxy',
      'tls',
      'send',
      'wait',
      'receive',
    ])
  })

  test('is given its user name and password', async () => {
    const target = await opened(startTlsServer(server))
    const proxy = await opened(startForwardProxy({ login: 'ana:p%ss w:rd' }))
    const url = `https://${name}:${String(target.port)}/`
    const address = `127.0.0.1:${String(proxy.port)}`
    expect(
      (await call(url, through(`http://ana:p%25ss%20w%3Ard@${address}`))).response?.status,
    ).toBe(400)
    const refused = await call(url, through(`http://ana:wrong@${address}`))
    expect(refused.failure).toMatchObject({ code: 'proxy' })
    expect(refused.failure?.message).toContain(
      `The proxy ${address} requires a user name and password`,
    )
    expect(refused.response?.status).toBe(407)
    expect(JSON.stringify(refused.failure)).not.toContain('wrong')
  })

  test('that refuses a host is named with its status', async () => {
    const proxy = await opened(startForwardProxy({ refuses: '403 Forbidden' }))
    const { failure } = await call(
      `https://${name}/`,
      through(`http://127.0.0.1:${String(proxy.port)}`),
    )
    expect(failure?.code).toBe('proxy')
    expect(failure?.message).toContain(`refused to connect to ${name}:443 (403 Forbidden)`)
  })

  test('that cannot be reached is named in place of the endpoint', async () => {
    const proxy = await startForwardProxy()
    await proxy.close()
    const { failure } = await call(
      `https://${name}/`,
      through(`http://127.0.0.1:${String(proxy.port)}`),
    )
    expect(failure?.message).toContain(`the proxy 127.0.0.1:${String(proxy.port)}`)
    expect(failure?.code).toBe('refused')
  })

  test('gets the whole URL of a plain HTTP endpoint, and its credentials in the recorded headers', async () => {
    const proxy = await opened(startForwardProxy({ login: 'ana:secret' }))
    const address = `127.0.0.1:${String(proxy.port)}`
    const url = `http://${name}:8080/`
    const attempt = await call(url, through(`http://ana:secret@${address}`))
    expect(attempt.response?.status).toBe(400)
    expect(proxy.requested).toEqual([url])
    expect(attempt.requestHeaders).toContainEqual([
      'proxy-authorization',
      `Basic ${Buffer.from('ana:secret').toString('base64')}`,
    ])
    expect((await call(url, through(`http://${address}`))).failure?.code).toBe('proxy')
  })

  test('by SOCKS resolves the name itself, with and without credentials', async () => {
    const target = await opened(startTlsServer(server))
    const url = `https://${name}:${String(target.port)}/`
    const free = await opened(startSocksProxy())
    const attempt = await call(url, through(`socks5://127.0.0.1:${String(free.port)}`))
    expect(attempt.response?.status).toBe(400)
    expect(free.requested).toEqual([`${name}:${String(target.port)}`])
    const guarded = await opened(startSocksProxy({ username: 'ana', password: 'secret' }))
    const address = `127.0.0.1:${String(guarded.port)}`
    expect((await call(url, through(`socks5://ana:secret@${address}`))).response?.status).toBe(400)
    for (const login of ['ana:wrong@', ''])
      expect((await call(url, through(`socks5://${login}${address}`))).failure).toMatchObject({
        code: 'proxy',
        message: expect.stringContaining(
          `The proxy ${address} requires a user name and password`,
        ) as string,
      })
  })

  test('by SOCKS that cannot be reached, or speaks HTTP, is named with what to check', async () => {
    const gone = await startSocksProxy()
    await gone.close()
    expect(
      (await call(`https://${name}/`, through(`socks5://127.0.0.1:${String(gone.port)}`))).failure,
    ).toMatchObject({
      code: 'refused',
      message: expect.stringContaining(`the proxy 127.0.0.1:${String(gone.port)}`) as string,
    })
    const other = await opened(startForwardProxy())
    expect(
      (await call(`https://${name}/`, through(`socks5://127.0.0.1:${String(other.port)}`))).failure,
    ).toMatchObject({
      code: 'proxy',
      message: expect.stringContaining('does not speak SOCKS') as string,
    })
  })

  test('by SOCKS is not named when the certificate of the endpoint is refused', async () => {
    const target = await opened(startTlsServer(server))
    const proxy = await opened(startSocksProxy())
    const { failure } = await call(
      `https://${name}:${String(target.port)}/`,
      through(`socks5://127.0.0.1:${String(proxy.port)}`),
      {},
    )
    expect(failure?.code).toBe('tls')
    expect(failure?.message).toContain(`The certificate of ${name}`)
  })

  test('that intercepts TLS is refused until its authority is trusted', async () => {
    const opening = await opened(startTlsServer(server))
    const proxy = await opened(startForwardProxy({ opens: opening.port }))
    const manual = through(`http://127.0.0.1:${String(proxy.port)}`)
    const { failure } = await call(`https://${name}/`, manual, {})
    expect(failure?.code).toBe('tls')
    expect((await call(`https://${name}/`, manual)).response?.status).toBe(400)
  })

  test('is not used for a loopback address', async () => {
    const target = await opened(startServer())
    const proxy = await opened(startForwardProxy())
    const manual = through(`http://127.0.0.1:${String(proxy.port)}`)
    const attempt = await call(`http://127.0.0.1:${String(target.port)}/`, manual)
    expect(attempt.response?.status).toBe(400)
    expect([attempt.connection.proxy, proxy.requested]).toEqual([undefined, []])
  })
})

describe('the proxy of a URL', () => {
  const find = (url: string, system?: string) =>
    findProxyBy(
      { kind: 'automatic' },
      system === undefined ? undefined : () => Promise.resolve(system),
    )(new URL(url))
  const clear = () => {
    for (const variable of ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY', 'NO_PROXY'])
      for (const spelling of [variable, variable.toLowerCase()]) vi.stubEnv(spelling, undefined)
  }

  test.each<[string, Record<string, string>, string | undefined]>([
    ['https://a.example/', { HTTPS_PROXY: 'http://p.example:3128' }, 'http p.example 3128'],
    ['https://a.example/', { https_proxy: 'p.example:3128' }, 'https p.example 3128'],
    ['http://a.example/', { HTTPS_PROXY: 'http://p.example:3128' }, undefined],
    ['https://a.example/', { ALL_PROXY: 'socks5h://[::1]:9050' }, 'socks5 ::1 9050'],
    ['https://a.example/', { ALL_PROXY: 'http://p.example', NO_PROXY: '.example' }, undefined],
  ])('%s with %j', async (url, environment, expected) => {
    clear()
    for (const [variable, value] of Object.entries(environment)) vi.stubEnv(variable, value)
    const route = await find(url)
    expect(route && `${route.protocol} ${route.host} ${String(route.port)}`).toBe(expected)
    if (route) expect(route.source).toBe('environment')
  })

  test('comes from the system only when no variable is set', async () => {
    clear()
    expect(await find('https://a.example/', 'PROXY sys.example:8080')).toMatchObject({
      host: 'sys.example',
      source: 'system',
    })
    vi.stubEnv('HTTP_PROXY', 'http://p.example:1')
    expect(await find('https://a.example/', 'PROXY sys.example:8080')).toBeUndefined()
  })

  test.each<[string, Partial<ProxyRoute> | undefined]>([
    ['DIRECT', undefined],
    ['PROXY a.example:1; DIRECT', { protocol: 'http', host: 'a.example', port: 1 }],
    ['HTTPS a.example:1', { protocol: 'https', host: 'a.example', port: 1 }],
    ['SOCKS4 a.example:1', { protocol: 'socks4', host: 'a.example', port: 1 }],
    ['QUIC a.example:1; SOCKS a.example:2', { protocol: 'socks5', host: 'a.example', port: 2 }],
    ['', undefined],
  ])('is the first usable one of %j', (answer, expected) => {
    expect(firstRoute(answer)).toEqual(expected && expect.objectContaining(expected))
  })

  test.each(['ftp://p.example', 'http://', 'http://user:hunter2@:99999', ''])(
    'with the invalid value %j is refused without repeating it',
    (text) => {
      expect(() => readProxyUrl(text, 'settings')).toThrow(/^The proxy is not a URL such as/)
    },
  )

  test('keeps its password secret', () => {
    const route = readProxyUrl('http://ana:hunter2@p.example', 'settings')
    expect(route.login?.password).toBeInstanceOf(Secret)
    expect(JSON.stringify(route)).not.toContain('hunter2')
  })
})

describe('a certificate', () => {
  const direct = { kind: 'none' } as const
  const local = async (identity: Identity, options = {}) => {
    const { port } = await opened(startTlsServer({ ...identity, ...options }))
    return `https://localhost:${String(port)}/`
  }

  test('of an additional authority is trusted from a file and from NODE_EXTRA_CA_CERTS', async () => {
    const url = await local(await identityOf('localhost', { ca }))
    expect((await call(url, direct, {})).failure?.code).toBe('tls')
    expect((await call(url, direct)).response?.status).toBe(400)
    vi.stubEnv('NODE_EXTRA_CA_CERTS', caFile)
    expect((await call(url, direct, {})).response?.status).toBe(400)
  })

  test('that is self-signed is trusted once it is chosen', async () => {
    const self = await identityOf('localhost')
    const url = await local(self)
    expect((await call(url, direct)).failure?.message).toContain('authority')
    const chosen = { trustedCertificates: [self.cert] }
    expect((await call(url, direct, chosen)).response?.status).toBe(400)
  })

  test('that has expired is refused, even if its authority is trusted', async () => {
    const old = await identityOf('localhost', { ca, until: Date.now() - 1000 })
    const { failure } = await call(await local(old), direct)
    expect(failure?.message).toContain('has expired')
  })

  test('of the client is presented to a server that requires one', async () => {
    const client = await identityOf('ana', { ca })
    const url = await local(await identityOf('localhost', { ca }), {
      ca: ca.cert,
      requestCert: true,
      rejectUnauthorized: true,
    })
    expect((await call(url, direct)).response).toBeUndefined()
    const clientCertificate = {
      certificateFile: file('client.pem', client.cert),
      keyFile: file('client.key', client.key),
    }
    expect(
      (await call(url, direct, { caFiles: [caFile], clientCertificate })).response?.status,
    ).toBe(400)
  })

  test('file that is missing or invalid is named before anything is sent', async () => {
    const missing = await call('https://localhost:1/', direct, { caFiles: ['/nowhere/ca.pem'] })
    expect(missing.failure?.message).toContain('There is no file /nowhere/ca.pem')
    const wrong = file('key.pem', ca.key)
    const { failure } = await call('https://localhost:1/', direct, { caFiles: [wrong] })
    expect(failure?.message).toContain(`${wrong} contains no certificate`)
  })
})
