import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { PasskeyChoice } from '#contract/routes/passkeys.ts'
import { BridgeError } from '#contract/failure.ts'
import { Secret } from '#engine/secret/secret.ts'
import { timeline } from '#engine/trace/timeline.ts'
import { openSender } from '#main/http/send-operation.ts'
import { createRuns } from '#main/runs/runs.ts'
import { documentInMemory } from '#main/settings/document-in-memory.ts'
import { nativeModPow } from '#main/srp/native-mod-pow.ts'
import { memoryTraceStore } from '#main/trace-store/memory-trace-store.ts'
import { secretBoxInMemory } from '#main/vault/secret-box-in-memory.ts'
import { emptyVaultRecord, openVault } from '#main/vault/vault.ts'
import {
  authenticatorUnderTest,
  type CreationOptions,
  type RequestOptions,
} from '#pool/passkeys/authenticator-under-test.ts'
import { startPracticeServer, type PracticeServer } from '#pool/practice-server.ts'
import { deleteAtCognito, listAtCognito } from './at-cognito.ts'
import type { AuthenticatorUse, AuthenticatorWindow } from './authenticator-window.ts'
import { emptyPasskeyFile } from './passkey-file.ts'
import { createPasskeys } from './passkeys.ts'
import { registerPasskey } from './registration.ts'
import { fitting, signInAuthenticator } from './sign-in-authenticator.ts'

vi.setConfig({ testTimeout: 20_000 })

const rpId = 'auth.practice.example'
const username = 'passkey-user'

let pool: PracticeServer
const sender = openSender()
const runs = createRuns({
  ports: { modPow: nativeModPow, randomBytes, now: Date.now },
  send: sender.send,
  store: memoryTraceStore(),
  application: 'Authscope 0.0.0',
})

beforeAll(async () => {
  pool = await startPracticeServer({ modPow: nativeModPow })
})
afterAll(async () => {
  await runs.close()
  sender.close()
  await pool.close()
})

/** In the place of a browser, which is not to be had here: another's authenticator, and what it was asked. */
function windowUnderTest({ publicSuffix = false } = {}) {
  const other = authenticatorUnderTest(`https://${rpId}`)
  const pending: AuthenticatorUse[] = []
  const passkeysWith = (credentialId: string, signCount: number) => [
    {
      credentialId,
      rpId,
      signCount,
      userHandle: '',
      privateKey: Secret.of('passkey key', 'a key'),
    },
  ]
  const window: AuthenticatorWindow = {
    isPublicSuffix: () => Promise.resolve(publicSuffix),
    create: (options, _rpId, use) => {
      pending.push(use)
      const credential = other.register(options as unknown as CreationOptions)
      return Promise.resolve({ credential, holds: passkeysWith(credential.id, 0) })
    },
    assert: (options, _rpId, use) => {
      pending.push(use)
      if (use.kind === 'virtual' && !use.userVerified)
        return Promise.reject(new BridgeError('passkey-not-used', 'It did not sign.'))
      const [before] = use.kind === 'virtual' ? use.holds : []
      const counter = (before?.signCount ?? 0) + 1
      const text = other.signIn(options as unknown as RequestOptions, { counter })
      const credential = JSON.parse(text) as { readonly id: string }
      return Promise.resolve({
        credential: { ...credential },
        holds: passkeysWith(credential.id, counter),
      })
    },
  }
  return { pending, window }
}

function parts(window: AuthenticatorWindow) {
  const vault = openVault({
    box: () => secretBoxInMemory('keychain', 'x'),
    document: documentInMemory(emptyVaultRecord),
    randomHex: () => '00',
  })
  const passkeys = createPasskeys({
    document: documentInMemory(emptyPasskeyFile),
    vault,
    newId: () => randomBytes(4).toString('hex'),
  })
  return { passkeys, runs, window, now: () => 7 }
}

function start(
  parameters: Readonly<Record<string, string | Secret>>,
  authenticator?: ReturnType<typeof signInAuthenticator>,
) {
  const { pools, endpoint, region } = pool.describe()
  const own = pools.find(({ users }) => users.some((user) => user.username === username))!
  const { userPoolId } = own
  const { clientId } = own.clients['choice']!
  return runs.start({
    profileId: 'p',
    client: { userPoolId, clientId },
    target: { profileName: 'Practice', region, userPoolId, clientId, endpoint, practice: true },
    region,
    endpoint,
    input: { flow: 'USER_AUTH', parameters: { USERNAME: username, ...parameters } },
    known: {},
    automatic: {},
    timeoutMs: 5000,
    ...(authenticator && { authenticator }),
  })
}

const view = async (runId: string) => timeline((await runs.open(runId)).events)
const until = (runId: string, state: string) =>
  vi.waitFor(
    async () => {
      expect((await view(runId)).state).toBe(state)
    },
    { timeout: 10_000, interval: 20 },
  )

async function signedIn(): Promise<string> {
  const runId = start({
    PREFERRED_CHALLENGE: 'PASSWORD',
    PASSWORD: Secret.of('password', 'Practice-Password-1!'),
  })
  await until(runId, 'tokens')
  return runId
}

const traits = { transport: 'internal', residentKey: true, userVerification: true } as const
const registration = (runId: string, name = 'Laptop') => ({
  runId,
  name,
  userVerified: true,
  authenticator: traits,
})
const choiceOf = (changes: Partial<PasskeyChoice>): PasskeyChoice => ({
  use: '',
  verification: 'given',
  oldCounter: false,
  ...changes,
})

test('a passkey is registered within the trace, and signs in afterwards', async () => {
  const { window } = windowUnderTest()
  const all = parts(window)
  const runId = await signedIn()
  const { passkey, refused } = await registerPasskey(all, registration(runId))
  expect(refused).toBeUndefined()
  expect(passkey).toMatchObject({ profileId: 'p', username, name: 'Laptop', rpId, createdAt: 7 })
  const steps = (await view(runId)).steps.slice(-2)
  expect(steps.map(({ operation, answer }) => [operation, answer?.kind])).toEqual([
    ['StartWebAuthnRegistration', 'accepted'],
    ['CompleteWebAuthnRegistration', 'accepted'],
  ])
  expect(steps[1]?.computed.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['id', 'clientDataJSON', 'attestation']),
  )

  const { credentials } = await listAtCognito(runs, runId)
  expect(credentials.map(({ credentialId }) => credentialId)).toContain(passkey?.credentialId)

  let choice = choiceOf({})
  const authenticator = signInAuthenticator({
    passkeys: all.passkeys,
    window,
    profileId: 'p',
    now: () => 8,
    choice: () => choice,
    used: () => undefined,
  })
  const first = start({ PREFERRED_CHALLENGE: 'WEB_AUTHN' }, authenticator)
  await until(first, 'tokens')
  expect(await all.passkeys.list('p')).toMatchObject([{ signCount: 1, lastUsedAt: 8 }])

  // Chosen only when asked, it signs all the same.
  const pending = start({}, authenticator)
  await until(pending, 'waiting')
  await runs.answer(pending, { ANSWER: 'WEB_AUTHN' }, {})
  await until(pending, 'tokens')
  expect(await all.passkeys.list('p')).toMatchObject([{ signCount: 2 }])

  // An old counter is sent, refused, and not written back.
  choice = choiceOf({ oldCounter: true })
  const old = start({ PREFERRED_CHALLENGE: 'WEB_AUTHN' }, authenticator)
  await vi.waitFor(async () => {
    expect(['refused', 'waiting']).toContain((await view(old)).state)
    expect((await view(old)).steps.some(({ answer }) => answer?.kind === 'refused')).toBe(true)
  })
  runs.cancel(old)
  expect(await all.passkeys.list('p')).toMatchObject([{ signCount: 2 }])

  choice = choiceOf({ verification: 'refused' })
  const unverified = start({ PREFERRED_CHALLENGE: 'WEB_AUTHN' }, authenticator)
  await until(unverified, 'waiting')
  expect((await view(unverified)).steps.at(-1)?.pending?.notComputable).toBe('It did not sign.')
  runs.cancel(unverified)

  expect(await deleteAtCognito(runs, runId, passkey?.credentialId ?? '')).toEqual({})
  expect((await listAtCognito(runs, runId)).credentials).toEqual([])
})

test('a public suffix as relying party reaches neither authenticator nor pool', async () => {
  const { pending, window } = windowUnderTest({ publicSuffix: true })
  const runId = await signedIn()
  await expect(registerPasskey(parts(window), registration(runId))).rejects.toThrow(
    'is a public suffix',
  )
  expect(pending).toEqual([])
  expect((await view(runId)).steps.at(-1)?.operation).toBe('StartWebAuthnRegistration')
})

test('a refusal of Cognito is a result, and no passkey is kept', async () => {
  const { window } = windowUnderTest()
  const all = parts({
    ...window,
    create: async (...inputs) => {
      const computed = await window.create(...inputs)
      return { ...computed, credential: { ...computed.credential, response: {} } }
    },
  })
  const runId = await signedIn()
  const { passkey, refused } = await registerPasskey(all, registration(runId))
  expect(passkey).toBeUndefined()
  expect(refused).toMatch(/^CompleteWebAuthnRegistration was refused: \w+Exception: /)
  expect(await all.passkeys.list()).toEqual([])
})

test('only a passkey that fits signs', async () => {
  const { passkeys } = parts(windowUnderTest().window)
  const add = (name: string, changes = {}) =>
    passkeys.add({
      profileId: 'p',
      username,
      name,
      rpId,
      credentialId: name,
      userHandle: '',
      signCount: 1,
      createdAt: 1,
      privateKey: Secret.of('passkey key', 'k'),
      ...traits,
      ...changes,
    })
  const wanted = { rpId, challenge: 'c', allowed: ['a', 'b'], userVerification: 'preferred' }
  const of = async (options = wanted, use = '') => {
    const found = fitting(await passkeys.list('p'), options, username, use)
    return 'missing' in found ? found.missing : found.name
  }
  expect(await of()).toContain('No passkey is stored here')
  const elsewhere = await add('elsewhere', { rpId: 'other.example' })
  expect(await of()).toContain(`No stored passkey is for ${rpId}`)
  const c = await add('c', { username: 'other' })
  expect(await of()).toContain('Cognito allows 2 passkeys of this user, and none of them')
  expect(await of({ ...wanted, allowed: [] })).toContain(`belongs to ${username}`)
  await add('a')
  await add('b', { createdAt: 2 })
  expect(await of()).toBe('b')
  expect(await of({ ...wanted, allowed: ['a'] })).toBe('a')
  expect(await of({ ...wanted, allowed: [] })).toBe('b')
  expect(await of(wanted, elsewhere.id)).toContain('is for other.example')
  expect(await of(wanted, c.id)).toContain('is not among the passkeys that Cognito allows')
  expect(await of(wanted, 'gone')).toContain('no longer exists')
})
