import { expect, it } from 'vitest'
import { reveal, Secret } from '#engine/secret/secret.ts'
import { describeBackend } from './secret-box.ts'
import { openSafeStorage, type SafeStorage } from './safe-storage.ts'

const password = Secret.of('password', 'hunter2-canary')
const turned = (text: string) => Buffer.from(text).reverse()

const synchronous: SafeStorage = {
  isEncryptionAvailable: () => true,
  encryptString: turned,
  decryptString: (sealed) => turned(sealed.toString()).toString(),
}
const asynchronous: SafeStorage = {
  isAsyncEncryptionAvailable: () => Promise.resolve(true),
  encryptStringAsync: (text) => Promise.resolve(turned(text)),
  decryptStringAsync: (sealed) =>
    Promise.resolve({ result: turned(sealed.toString()).toString(), shouldReEncrypt: true }),
}

it.each([
  ['has the synchronous calls alone, as Electron 33', synchronous, false],
  ['has both, as Electron 45', { ...synchronous, ...asynchronous }, true],
  ['has the asynchronous calls alone, as Electron 46', asynchronous, true],
])('opens what it sealed where safeStorage %s', async (_which, storage, isOutdated) => {
  const box = await openSafeStorage(storage, 'darwin')
  expect(box.backend).toBe('keychain')
  const opened = await box.decrypt(await box.encrypt(password))
  expect(reveal(opened.secret)).toBe('hunter2-canary')
  expect(opened.isOutdated).toBe(isOutdated)
})

it('decrypts asynchronously what was encrypted synchronously', async () => {
  const before = await openSafeStorage(synchronous, 'win32')
  const after = await openSafeStorage(asynchronous, 'win32')
  const { secret } = await after.decrypt(await before.encrypt(password))
  expect(reveal(secret)).toBe('hunter2-canary')
})

it('allows the built-in key when something is sealed, and not before', async () => {
  const allowed: boolean[] = []
  const box = await openSafeStorage(
    {
      ...synchronous,
      isEncryptionAvailable: () => false,
      getSelectedStorageBackend: () => 'basic_text',
      setUsePlainTextEncryption: (use) => allowed.push(use),
    },
    'linux',
  )
  expect(box.backend).toBe('basic_text')
  expect(allowed).toEqual([])
  await box.encrypt(password)
  expect(allowed).toEqual([true])
})

it('names a keyring that is locked, and what to do', async () => {
  const locked = { ...synchronous, isEncryptionAvailable: () => false }
  const storage = { ...locked, getSelectedStorageBackend: () => 'gnome_libsecret' }
  const { backend, lockedKeyring } = await openSafeStorage(storage, 'linux')
  expect(backend).toBe('none')
  expect(describeBackend(backend, lockedKeyring).description).toBe(
    'The GNOME keyring is locked, or its prompt was dismissed, so secrets are kept in memory only. Unlock it, then start Authscope again: what was stored is kept, and opens then.',
  )
})
