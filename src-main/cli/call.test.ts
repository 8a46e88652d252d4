import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nativeModPow } from '#main/srp/native-mod-pow.ts'
import { startPracticeServer } from '#pool/practice-server.ts'
import { afterAll, expect, test, vi } from 'vitest'
import { runCommandLine } from './run-command-line.ts'

vi.setConfig({ testTimeout: 30_000 })
const folder = mkdtempSync(join(tmpdir(), 'authscope-call-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

async function call(line: string, environment: Record<string, string> = {}) {
  let out = ''
  let errors = ''
  const status = await runCommandLine(['call', ...line.split(' ')], {
    version: '0.0.0',
    environment,
    write: (text) => {
      out += text
    },
    error: (text) => {
      errors += text
    },
    readInput: () => Promise.resolve('{}'),
    colours: false,
    interrupted: new AbortController().signal,
  })
  return { errors, out, status }
}

test('a call with an access token signs in first, and checks which tokens still work', async () => {
  const { out, status } = await call('GlobalSignOut --practice --username alice --json --prove-it')
  expect(status).toBe(0)
  const report = JSON.parse(out) as {
    readonly answer: { readonly kind: string }
    readonly proof: { readonly tokens: readonly { readonly verdict: string }[] }
  }
  expect(report.answer.kind).toBe('accepted')
  expect(report.proof.tokens.map(({ verdict }) => verdict)).toEqual(['dead', 'dead'])
})

test('--try-hash-names finds the username that SECRET_HASH of a refresh expects', async () => {
  const { out, status } = await call(
    'GetUser --practice --client email-secret --username email-user@example.com --try-hash-names',
  )
  expect(status).toBe(0)
  expect(out).toMatch(/SECRET_HASH over email-user@example\.com \(the username that .*\): wrong\./)
  expect(out).toMatch(/SECRET_HASH over [0-9a-f-]{36} \(username of .*\): right\./)
})

test('the calls of the sign-in before a call are printed like that call', async () => {
  const { out } = await call('GetUser --practice --username totp-user')
  const received = [...out.matchAll(/→ (.*)/g)].map(([, what]) => what)
  expect(received).toEqual(['PASSWORD_VERIFIER', 'SOFTWARE_TOKEN_MFA', 'tokens', 'accepted'])
})

test('ClientMetadata is sent, and refused for a call that takes none', async () => {
  const har = join(folder, 'metadata.har')
  const resend = await call(
    `ForgotPassword --practice --username alice --metadata shop=north --unredacted --har ${har}`,
  )
  expect(resend.status).toBe(0)
  expect(readFileSync(har, 'utf8')).toMatch(/ClientMetadata[\\":{]+shop[\\":]+north/)
  const alone = await call('RevokeToken --practice --token-env T --metadata shop=north', { T: 'x' })
  expect(alone).toMatchObject({ status: 2 })
  expect(alone.errors).toContain('RevokeToken takes no ClientMetadata.')
  const signedIn = await call('GetUser --practice --username alice --metadata shop=north')
  expect(signedIn.status).toBe(0)
  expect(signedIn.errors).toContain('only the sign-in sends it')
})

test('an authenticator app is verified by a code computed from its secret', async () => {
  const pool = await startPracticeServer({ modPow: nativeModPow })
  try {
    const { clients, endpoint, userPoolId, users } = pool.describe()
    const clientId = clients['web-public']?.clientId ?? ''
    const to = `--endpoint ${endpoint} --user-pool-id ${userPoolId} --client-id ${clientId} --username alice --password-env PW`
    const environment = { PW: users[0]?.password ?? '' }
    const har = join(folder, 'associate.har')
    await call(`AssociateSoftwareToken ${to} --unredacted --har ${har}`, environment)
    const [, SECRET = ''] = /SecretCode[\\":]+([A-Z2-7]+)/.exec(readFileSync(har, 'utf8')) ?? []
    const verified = await call(`VerifySoftwareToken ${to} --totp-secret-env SECRET`, {
      ...environment,
      SECRET,
    })
    expect(verified).toMatchObject({ status: 0 })
    expect(verified.out).toContain('"Status":"SUCCESS"')
    expect(verified.out).not.toContain(SECRET)
  } finally {
    await pool.close()
  }
})

test('an acronym is one word in the name of an option', async () => {
  const { out } = await call('--help')
  const names = [...out.matchAll(/^ {2}--([\w-]+)/gm)].map(([, name]) => name)
  expect(names).toEqual(expect.arrayContaining(['mfa-options', 'sms-preferred', 'user-code-env']))
})

test('a sign-up needs no sign-in, and does not show its password', async () => {
  const { out, status } = await call(
    'SignUp --practice --client choice --username newcomer --user-attributes email=n@example.com --password-env PW',
    { PW: 'Canary-Password-1!' },
  )
  expect(status).toBe(0)
  expect(out).toContain('SignUp  status 200 → accepted')
  expect(out).not.toContain('Canary')
})

test('a refusal has its own exit status, and a call with missing values is not sent', async () => {
  const wrong = await call('ConfirmSignUp --practice --username alice --confirmation-code-env C', {
    C: '000000',
  })
  expect(wrong.status).toBe(4)
  const missing = await call('ConfirmSignUp --practice --username alice')
  expect(missing).toMatchObject({ status: 2 })
  expect(missing.errors).toContain('--confirmation-code-env')
  expect(await call('Nothing --practice')).toMatchObject({ status: 2 })
  expect((await call('--help')).out).toContain('ListUserSessions')
})
