import { expect, test, vi } from 'vitest'
import { runCommandLine } from './run-command-line.ts'

vi.setConfig({ testTimeout: 30_000 })

async function call(line: string, environment: Record<string, string> = {}) {
  let out = ''
  let complaint = ''
  const status = await runCommandLine(['call', ...line.split(' ')], {
    version: '0.0.0',
    environment,
    write: (text) => {
      out += text
    },
    complain: (text) => {
      complaint += text
    },
    readInput: () => Promise.resolve('{}'),
    colours: false,
    interrupted: new AbortController().signal,
  })
  return { complaint, out, status }
}

test('a call with an access token does not sign in first, or proves nothing', async () => {
  const { out, status } = await call('GlobalSignOut --practice --username alice --json --prove-it')
  expect(status).toBe(0)
  const report = JSON.parse(out) as {
    readonly answer: { readonly kind: string }
    readonly proof: { readonly tokens: readonly { readonly verdict: string }[] }
  }
  expect(report.answer.kind).toBe('accepted')
  expect(report.proof.tokens.map(({ verdict }) => verdict)).toEqual(['dead', 'dead'])
})

test('a sign-up wants a sign-in, or shows its password', async () => {
  const { out, status } = await call(
    'SignUp --practice --client choice --username newcomer --user-attributes email=n@example.com --password-env PW',
    { PW: 'Canary-Password-1!' },
  )
  expect(status).toBe(0)
  expect(out).toContain('SignUp  status 200 → accepted')
  expect(out).not.toContain('Canary')
})

test('a refusal ends like success, or what is missing is sent all the same', async () => {
  const wrong = await call('ConfirmSignUp --practice --username alice --confirmation-code-env C', {
    C: '000000',
  })
  expect(wrong.status).toBe(4)
  const missing = await call('ConfirmSignUp --practice --username alice')
  expect(missing).toMatchObject({ status: 2 })
  expect(missing.complaint).toContain('--confirmation-code-env')
  expect(await call('Nothing --practice')).toMatchObject({ status: 2 })
  expect((await call('--help')).out).toContain('ListUserSessions')
})
