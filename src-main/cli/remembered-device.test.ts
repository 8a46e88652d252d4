import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startPracticeServer, type PracticeServer } from '#pool/practice-server.ts'
import { nativeModPow } from '#main/srp/native-mod-pow.ts'
import { exitStatus } from './command.ts'
import { runCommandLine } from './run-command-line.ts'
import type { SignInReport } from './sign-in/report.ts'

vi.setConfig({ testTimeout: 30_000 })

let pool: PracticeServer
const folder = mkdtempSync(join(tmpdir(), 'authscope-device-'))
const path = join(folder, 'device.json')
beforeAll(async () => {
  pool = await startPracticeServer({ modPow: nativeModPow })
})
afterAll(async () => {
  await pool.close()
  rmSync(folder, { recursive: true })
})

async function signIn(...more: string[]) {
  const { endpoint, pools } = pool.describe()
  const place = pools.find(({ clients }) => clients['device-public'])
  const user = place?.users.find(({ username }) => username === 'device-totp-user')
  let out = ''
  let errors = ''
  const line = [
    'sign-in',
    '--json',
    '--endpoint',
    endpoint,
    '--username',
    'device-totp-user',
    '--user-pool-id',
    place?.userPoolId ?? '',
    '--client-id',
    place?.clients['device-public']?.clientId ?? '',
    '--password-env',
    'PASSWORD',
    '--totp-secret-env',
    'TOTP',
    '--device-file',
    path,
  ]
  const status = await runCommandLine([...line, ...more], {
    version: '0.0.0',
    environment: { PASSWORD: user?.password, TOTP: user?.totpSecret },
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
const challenges = (out: string) =>
  (JSON.parse(out) as SignInReport).steps.flatMap(({ challenge }) => challenge ?? [])

test('the command line remembers its device, hides its keys, and reports a stale one', async () => {
  const first = await signIn('--remember-device')
  expect(first.status, first.errors).toBe(exitStatus.done)
  expect(challenges(first.out)).toContain('SOFTWARE_TOKEN_MFA')
  expect(statSync(path).mode & 0o777).toBe(0o600)
  const deviceFile = JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, string>>

  const second = await signIn()
  expect(second.status, second.errors).toBe(exitStatus.done)
  expect(challenges(second.out)).toEqual([
    'PASSWORD_VERIFIER',
    'DEVICE_SRP_AUTH',
    'DEVICE_PASSWORD_VERIFIER',
  ])
  for (const { errors, out } of [first, second])
    for (const secret of [deviceFile['deviceGroupKey']!, deviceFile['randomPasswordKey']!])
      expect(out + errors).not.toContain(secret)

  pool.reset()
  const stale = await signIn()
  expect(stale.status).toBe(exitStatus.refused)
  expect(stale.errors).toContain('is unknown to Cognito')
})

test('a device file that others can read, or that is invalid, is refused', async () => {
  writeFileSync(path, '{"deviceKey":1}')
  chmodSync(path, 0o600)
  expect(await signIn()).toMatchObject({
    status: exitStatus.usage,
    errors: expect.stringContaining('not a device file'),
  })
  chmodSync(path, 0o644)
  expect((await signIn()).errors).toContain('chmod 600')
})
