import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { reveal, Secret } from '#engine/secret/secret.ts'
import { documentInMemory } from '#main/settings/document-in-memory.ts'
import { secretBoxInMemory } from '#main/vault/secret-box-in-memory.ts'
import { emptyVaultRecord, openVault } from '#main/vault/vault.ts'
import { exportPasskey, importPasskeys } from './exported-passkey.ts'
import { emptyPasskeyFile, passkeyFile, type PasskeyFile } from './passkey-file.ts'
import { createPasskeys, type OpenPasskey } from './passkeys.ts'

/** PKCS #8, base64. */
const key = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  .privateKey.export({ format: 'der', type: 'pkcs8' })
  .toString('base64')

const computed = (name = 'Laptop', createdAt = 1): Omit<OpenPasskey, 'id'> => ({
  profileId: 'p',
  username: 'alice',
  name,
  transport: 'internal',
  residentKey: true,
  userVerification: true,
  rpId: 'auth.example.com',
  credentialId: `id-of-${name}`,
  userHandle: 'c3Vi',
  signCount: 1,
  createdAt,
  privateKey: Secret.of('passkey key', key),
})

function open(backend: string, file = documentInMemory<PasskeyFile>(emptyPasskeyFile)) {
  const vault = openVault({
    box: () => secretBoxInMemory(backend, backend),
    document: documentInMemory(emptyVaultRecord),
    randomHex: () => '00',
  })
  let ids = 0
  const passkeys = createPasskeys({ document: file, vault, newId: () => `id${String(ids++)}` })
  return { file, passkeys, vault }
}

test('a private key is encrypted in the file, and is read back from it', async () => {
  const { file, passkeys } = open('keychain')
  const { id } = await passkeys.add(computed())
  expect(JSON.stringify(file.value())).not.toContain(key)
  expect(passkeyFile.safeParse(file.value()).success).toBe(true)
  const again = open('keychain', file)
  const [found] = await again.passkeys.list('p')
  expect(found).toMatchObject({ id, name: 'Laptop', kept: 'stored' })
  expect(JSON.stringify(found)).not.toContain(key)
  expect(reveal((await again.passkeys.open(id)).privateKey)).toBe(key)
})

test('a passkey is written only once the user consents', async () => {
  const { file, passkeys, vault } = open('basic_text')
  const { id } = await passkeys.add(computed())
  await passkeys.change(id, { signCount: 5 })
  expect(file.value().passkeys).toEqual([])
  expect(await passkeys.list('p')).toMatchObject([{ kept: 'memory only', signCount: 5 }])
  await vault.choose('store')
  await passkeys.storeSecrets()
  expect(await passkeys.list('p')).toMatchObject([{ id, kept: 'stored', signCount: 5 }])
  expect(file.value().passkeys).toHaveLength(1)
})

test('a passkey of another keyring is listed as locked, and says why it does not open', async () => {
  const { file, passkeys } = open('keychain')
  const { id } = await passkeys.add(computed())
  const other = open('dpapi', file)
  expect(await other.passkeys.list()).toMatchObject([{ id, kept: 'locked' }])
  await expect(other.passkeys.open(id)).rejects.toThrow(
    'cannot be decrypted with the current keyring',
  )
})

test('a deleted passkey is removed from the file, and can be restored', async () => {
  const { file, passkeys } = open('keychain')
  const first = await passkeys.add(computed('First', 1))
  await passkeys.add(computed('Second', 2))
  await passkeys.delete(first.id)
  expect(file.value().passkeys.map(({ name }) => name)).toEqual(['Second'])
  await passkeys.restore(first.id)
  expect((await passkeys.list('p')).map(({ name }) => name)).toEqual(['First', 'Second'])
  expect(await passkeys.list('another profile')).toEqual([])
})

test('the passkeys of a deleted profile are deleted, and no others', async () => {
  for (const backend of ['keychain', 'basic_text']) {
    const { passkeys } = open(backend)
    await passkeys.add(computed('Theirs'))
    await passkeys.add({ ...computed('Mine'), profileId: 'another' })
    await passkeys.deleteOf('p')
    expect((await passkeys.list()).map(({ name }) => name)).toEqual(['Mine'])
  }
})

test('an exported passkey is the same once it is imported', async () => {
  const { passkeys } = open('keychain')
  const { id } = await passkeys.add(computed())
  const passkey = await passkeys.open(id)
  const [back] = importPasskeys(exportPasskey(passkey))
  const { id: _id, privateKey, profileId: _profile, ...fields } = passkey
  expect(back).toMatchObject(fields)
  expect(reveal(back!.privateKey)).toBe(reveal(privateKey))
})

test.each([
  ['', 'not JSON'],
  ['-----BEGIN PRIVATE KEY-----\nMIGH\n-----END PRIVATE KEY-----', 'DevTools export'],
  ['{}', 'not an exported passkey'],
  ['{"authscope":"passkeys","version":2,"passkeys":[]}', 'not an exported passkey'],
  [
    exportPasskey({ ...computed(), id: 'x', privateKey: Secret.of('passkey key', 'bm90IGEga2V5') }),
    'not PKCS #8',
  ],
  [exportPasskey({ ...computed(), id: 'x', rpId: '../auth.example.com' }), 'passkeys.0.rpId'],
  [exportPasskey({ ...computed(), id: 'x', rpId: 'auth.example.com/login' }), 'passkeys.0.rpId'],
])('the malformed file %# is refused without repeating its contents', (text, words) => {
  expect(() => importPasskeys(text)).toThrow(words)
  expect(() => importPasskeys(text)).not.toThrow('bm90IGEga2V5')
})
