import { afterEach, expect, test, vi } from 'vitest'
import { startForwardProxy, type Proxy } from '#main/network/servers-under-test.ts'
import { cli } from './command-line-under-test.ts'
import { runCommandLine } from './run-command-line.ts'

let proxy: Proxy | undefined
afterEach(async () => {
  vi.unstubAllEnvs()
  await proxy?.close()
  proxy = undefined
})

const line =
  'sign-in --endpoint http://cognito.test:8080 --client-id abc --flow USER_PASSWORD_AUTH --username ana --password-env PW'

async function signIn(more: string, environment: Record<string, string> = {}, as = '--json') {
  let out = ''
  let error = ''
  const status = await runCommandLine(`${line} ${as} ${more}`.trim().split(/ +/), {
    version: '0.0.0',
    environment: { PW: 'a password', ...environment },
    write: (text) => {
      out += text
    },
    error: (text) => {
      error += text
    },
    readInput: () => Promise.resolve(''),
    colours: false,
    interrupted: new AbortController().signal,
  })
  return { out, error, status }
}

test('--proxy and HTTP_PROXY each lead a sign-in through the proxy', async () => {
  proxy = await startForwardProxy()
  const address = `http://127.0.0.1:${String(proxy.port)}`
  const { out, status } = await signIn(`--proxy ${address}`)
  expect(status).toBe(4)
  expect(out).toContain(`"proxy":"127.0.0.1:${String(proxy.port)}"`)
  vi.stubEnv('HTTP_PROXY', address)
  expect((await signIn('')).status).toBe(4)
  expect(proxy.requested).toEqual(['http://cognito.test:8080/', 'http://cognito.test:8080/'])
})

test('the steps of a sign-in name the proxy', async () => {
  proxy = await startForwardProxy()
  const { out } = await signIn(`--proxy http://127.0.0.1:${String(proxy.port)}`, {}, '')
  expect(out).toContain(`via the proxy 127.0.0.1:${String(proxy.port)} · `)
})

test('a proxy that requires credentials is named with status 407, and gets the configured ones', async () => {
  proxy = await startForwardProxy({ login: 'ana:hunter2' })
  const address = `127.0.0.1:${String(proxy.port)}`
  const without = await signIn(`--proxy http://${address}`)
  expect(without.status).toBe(1)
  expect(without.out).toContain('407 Proxy Authentication Required')
  const withLogin = await signIn(`--proxy http://ana@${address} --proxy-password-env PROXY_PW`, {
    PROXY_PW: 'hunter2',
  })
  expect(withLogin.status).toBe(4)
  expect(withLogin.out).not.toContain('hunter2')
})

test.each([
  ['--proxy ftp://p.example', 'not a URL such as'],
  ['--proxy http://ana:hunter2@p.example', 'takes no password'],
  ['--proxy http://p.example --proxy-password-env PW', 'needs a user name'],
  [
    '--proxy http://ana@p.example --proxy-password-env NONE',
    'NONE of --proxy-password-env is not set',
  ],
  ['--client-cert a.pem', 'go together'],
])('%s is a usage error', async (more, sentence) => {
  const { error, status } = await signIn(more)
  expect(status).toBe(2)
  expect(error).toContain(sentence)
  expect(error).not.toContain('hunter2')
})

test.each(['sign-in', 'probe', 'call GetUser', 'watch --port 0'])(
  '%s refuses network options beside --practice, whose pool is on this machine',
  async (command) => {
    for (const option of ['--ca-file ca.pem', '--proxy none', '--client-cert a --client-key b']) {
      const { errors, out, status } = await cli(`${command} --practice ${option}`)
      expect({ out, status }).toEqual({ out: '', status: 2 })
      const [name] = option.split(' ')
      expect(errors).toContain(
        `--practice starts its own pool, so it cannot be combined with ${name ?? ''}.`,
      )
    }
  },
)

test('a missing certificate file is named', async () => {
  const { out, status } = await signIn('--endpoint https://127.0.0.1:1 --ca-file /nowhere/ca.pem')
  expect(status).toBe(1)
  expect(out).toContain('There is no file /nowhere/ca.pem')
})
