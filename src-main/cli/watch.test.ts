import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import type { PracticeDescription } from '#pool/practice-server.ts'
import { runCommandLine } from './run-command-line.ts'
import type { WatchedCallReport } from './watch/watch-report.ts'

vi.setConfig({ testTimeout: 20_000 })
const folder = mkdtempSync(join(tmpdir(), 'authscope-watch-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

interface Watching {
  readonly endpoint: string
  readonly practice: PracticeDescription
}

/** A watch on the command line, with what it has printed. */
async function watching(line: string) {
  const interrupt = new AbortController()
  let out = ''
  let errors = ''
  const ended = runCommandLine(['watch', ...line.split(' ').filter(Boolean)], {
    version: '0.0.0',
    environment: {},
    write: (text) => {
      out += text
    },
    error: (text) => {
      errors += text
    },
    readInput: () => Promise.resolve(''),
    colours: false,
    interrupted: interrupt.signal,
  })
  await Promise.race([ended, expect.poll(() => out, { timeout: 10_000 }).toContain('\n')])
  const lines = () => out.trim().split('\n')
  return {
    out: () => out,
    errors: () => errors,
    lines,
    endpoint: () => /http:\/\/127\.0\.0\.1:\d+/.exec(out)?.[0] ?? '',
    first: () => JSON.parse(lines()[0] ?? '{}') as Watching,
    calls: () =>
      lines()
        .slice(1)
        .map((each) => JSON.parse(each) as WatchedCallReport),
    stop: () => {
      interrupt.abort()
      return ended
    },
    ended,
  }
}

const post = (endpoint: string, operation: string, body: object) =>
  fetch(endpoint, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
    },
    body: JSON.stringify(body),
  })

const initiateAuth = (endpoint: string, clientId: string, password: string) =>
  post(endpoint, 'InitiateAuth', {
    AuthFlow: 'USER_PASSWORD_AUTH',
    ClientId: clientId,
    AuthParameters: { USERNAME: 'alice', PASSWORD: password },
  })

test('each call is a line of JSON after the endpoint’s line, and the HAR contains no secret', async () => {
  const har = join(folder, 'watched.har')
  const watch = await watching(`--practice --port 0 --json --har ${har}`)
  const { endpoint, practice } = watch.first()
  const clientId = practice.clients['web-public']?.clientId ?? ''
  const password = practice.users[0]?.password ?? ''
  await initiateAuth(endpoint, clientId, 'Not-The-Password-1!')
  await initiateAuth(endpoint, clientId, password)
  await expect.poll(() => watch.lines().length).toBe(3)
  expect(watch.calls()).toMatchObject([
    {
      type: 'call',
      chain: 1,
      step: 1,
      operation: 'InitiateAuth',
      state: 'refused',
      flow: 'USER_PASSWORD_AUTH',
      username: 'alice',
      clientId,
      error: { name: 'NotAuthorizedException' },
    },
    { chain: 2, state: 'tokens', tokens: true },
  ])
  expect(await watch.stop()).toBe(0)
  const text = readFileSync(har, 'utf8')
  const { log } = JSON.parse(text) as {
    readonly log: { readonly pages: unknown[]; readonly entries: { readonly pageref: string }[] }
  }
  expect(log.entries.map(({ pageref }) => pageref)).toEqual(['sign-in 1', 'sign-in 2'])
  expect(log.pages).toHaveLength(2)
  expect(text).not.toContain(password)
  expect(text).not.toContain('Not-The-Password-1!')
})

test('text output shows a refusal with its causes', async () => {
  const watch = await watching('--practice --port 0 --fault throttling:times=1')
  expect(watch.out()).toMatch(/^Watching us-east-1_\w+ \(practice pool\) at http/)
  await initiateAuth(watch.endpoint(), 'nobody', 'a-password')
  await initiateAuth(watch.endpoint(), 'nobody', 'a-password')
  await expect.poll(() => watch.out()).toContain('ResourceNotFoundException')
  expect(watch.out()).toContain('Injected fault: Throttling')
  expect(watch.out()).toMatch(/✗ #1 alice {2}InitiateAuth USER_PASSWORD_AUTH → TooManyRequests/)
  expect(watch.out()).toContain('Refused.')
  expect(watch.out()).toContain('AS1001')
  expect(watch.out()).not.toContain('a-password')
  expect(await watch.stop()).toBe(0)
})

test('the text says “Signed in” with the call that brought tokens, not with those after it', async () => {
  const watch = await watching('--practice --port 0')
  const client = '1practicewebpublic00000001'
  const signedIn = await initiateAuth(watch.endpoint(), client, 'Practice-Password-1!')
  const { AuthenticationResult: tokens } = (await signedIn.json()) as {
    readonly AuthenticationResult: { readonly AccessToken: string }
  }
  await post(watch.endpoint(), 'GetUser', { AccessToken: tokens.AccessToken })
  await post(watch.endpoint(), 'ListUserSessions', { AccessToken: tokens.AccessToken })
  await post(watch.endpoint(), 'ForgotPassword', { ClientId: client })
  await expect.poll(() => watch.out()).toContain('ForgotPassword')
  expect(watch.out()).toMatch(/ListUserSessions → OperationNotEnabledException/)
  expect(watch.out().split('Signed in.')).toHaveLength(2)
  expect(watch.out()).toContain('This chain is on its own: nothing links it to an earlier call.')
  await watch.stop()
})

test('a chain at the practice pool is of the user pool that its app client is in', async () => {
  const watch = await watching('--practice --port 0')
  await initiateAuth(watch.endpoint(), '9practicedevicepublic00009', 'Not-The-Password-1!')
  await expect.poll(() => watch.out()).toContain('--user-pool-id us-east-1_Practice4')
  await watch.stop()
})

test('the certificate of --https is in a file as long as the watch runs', async () => {
  const watch = await watching('--practice --port 0 --https')
  const path = / is in (\S+\.pem)/.exec(watch.errors())?.[1] ?? ''
  expect(readFileSync(path, 'utf8')).toContain('BEGIN CERTIFICATE')
  expect(await watch.stop()).toBe(0)
  expect(existsSync(path)).toBe(false)
})

test('a rejected request is reported', async () => {
  const watch = await watching('--practice --port 0 --allow-origin https://app.example')
  const call = (origin: string) => fetch(watch.endpoint(), { method: 'POST', headers: { origin } })
  expect((await call('https://evil.example')).status).toBe(403)
  expect((await call('https://app.example')).status).not.toBe(403)
  expect(watch.errors()).toContain('https://evil.example')
  await watch.stop()
})

test('missing and wrong arguments are reported', async () => {
  const said = async (line: string) => {
    const watch = await watching(line)
    expect(await watch.ended).toBe(2)
    return watch.errors()
  }
  expect(await said('')).toContain('--user-pool-id is needed')
  expect(await said('--practice --region us-east-1')).toContain('--practice starts its own pool')
  const missing = join(folder, 'missing', 'a.har')
  expect(await said(`--practice --har ${missing}`)).toContain(`${missing}: There is no such folder`)
  expect(await said('--practice --har -')).toContain('--har of watch takes a file')
  expect(await said('--practice --port x')).toContain('--port takes a number')
  expect(await said('--practice --fault nothing')).toContain('There is no fault')
  expect(await said('--practice --fault risk-demands-mfa')).toContain(
    'works only in the practice pool',
  )
  expect(await said('--practice --allow-origin app')).toContain('--allow-origin takes an origin')
})
