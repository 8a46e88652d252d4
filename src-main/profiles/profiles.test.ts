import { describe, expect, it } from 'vitest'
import { reveal, Secret } from '#engine/secret/secret.ts'
import { documentInMemory } from '#main/settings/document-in-memory.ts'
import { secretBoxInMemory } from '#main/vault/secret-box-in-memory.ts'
import { emptyVaultRecord, openVault } from '#main/vault/vault.ts'
import type { ProfileDraft } from './profile-draft.ts'
import { emptyProfileFile } from './profile-file.ts'
import type { PracticeProfile } from './practice-profiles.ts'
import { createProfiles } from './profiles.ts'

const clientSecret = Secret.of('client secret', 'client-canary-0123456789abcdef')
const totpSecret = Secret.of('totp secret', 'TOTPCANARY234567')
const draft: ProfileDraft = {
  name: 'Shop',
  colour: 'teal',
  production: false,
  region: 'us-east-1',
  userPoolId: 'us-east-1_AbC',
  clientId: 'client1',
  endpoint: '',
  username: 'ann',
  flow: 'USER_SRP_AUTH',
  automatic: { srp: true, totp: false, passkey: true, device: true },
  authSessionValidity: 3,
  asAdmin: false,
  awsProfile: '',
  proxy: '',
  caFile: '',
  trustedCertificates: [],
  clientCertificateFile: '',
  clientKeyFile: '',
}
const practiceProfile: PracticeProfile = {
  profile: {
    ...draft,
    id: 'practice:web',
    name: 'Practice: web',
    practice: true,
    hasClientSecret: true,
    hasTotpSecret: false,
    hasProxyPassword: false,
    unreadable: [],
  },
  secrets: { clientSecret },
}

/** Starts the application again on the same files each time it is called. */
function setUp() {
  const document = documentInMemory(emptyProfileFile)
  const record = documentInMemory(emptyVaultRecord)
  let next = 0
  const start = (backend = 'keychain') => {
    const box = secretBoxInMemory(backend, backend)
    const vault = openVault({ box: () => box, document: record, randomHex: () => String(next++) })
    const profiles = createProfiles({
      document,
      vault,
      practice: () => [practiceProfile],
      newId: () => `profile${String(next++)}`,
    })
    return { vault, profiles }
  }
  return { document, start }
}

describe('the secrets of a profile', () => {
  it('are usable after a restart, and only encrypted in the file', async () => {
    const { document, start } = setUp()
    const { id } = await start().profiles.create({ ...draft, clientSecret, totpSecret })
    expect(JSON.stringify(document.value())).not.toMatch(/canary/i)
    const { profiles } = start()
    const secrets = await profiles.secretsOf(id)
    expect(secrets.clientSecret && reveal(secrets.clientSecret)).toBe(reveal(clientSecret))
    expect(await profiles.get(id)).toMatchObject({ hasTotpSecret: true, unreadable: [] })
  })

  it('of another keyring are reported as unreadable, kept, and open once it is back', async () => {
    const { start } = setUp()
    const { id } = await start().profiles.create({ ...draft, clientSecret })
    const { profiles: elsewhere } = start('kwallet5')
    expect(await elsewhere.get(id)).toMatchObject({
      hasClientSecret: false,
      unreadable: ['client secret'],
    })
    await elsewhere.change(id, { name: 'Renamed' })
    expect(await start().profiles.get(id)).toMatchObject({
      name: 'Renamed',
      hasClientSecret: true,
      unreadable: [],
    })
  })

  it('stay when a change does not name them, and are removed when it says null', async () => {
    const { profiles } = setUp().start()
    const { id } = await profiles.create({ ...draft, clientSecret })
    expect(await profiles.change(id, { username: 'bob' })).toMatchObject({
      username: 'bob',
      hasClientSecret: true,
    })
    expect(await profiles.change(id, { clientSecret: null })).toMatchObject({
      hasClientSecret: false,
    })
  })

  it('are in memory only until the user consents', async () => {
    const { document, start } = setUp()
    const { profiles, vault } = start('basic_text')
    const { id } = await profiles.create({ ...draft, clientSecret })
    expect(await profiles.get(id)).toMatchObject({ hasClientSecret: true })
    expect(document.value().profiles[0]?.clientSecret).toBeUndefined()
    await vault.choose('store')
    await profiles.storeSecrets()
    expect(document.value().profiles[0]?.clientSecret).toMatchObject({ backend: 'basic_text' })
    expect(await start('basic_text').profiles.get(id)).toMatchObject({
      hasClientSecret: true,
    })
  })
})

it('keeps the password of a proxy encrypted, and refuses one in its URL', async () => {
  const { document, start } = setUp()
  const { profiles } = start()
  const proxyPassword = Secret.of('password', 'proxy-canary')
  const proxy = 'http://ana@proxy.example:3128'
  const { id } = await profiles.create({ ...draft, proxy, proxyPassword })
  expect(JSON.stringify(document.value())).not.toContain('canary')
  const again = start().profiles
  expect(await again.get(id)).toMatchObject({ proxy, hasProxyPassword: true, unreadable: [] })
  expect((await again.secretsOf(id)).proxyPassword).toBeDefined()
  await expect(
    profiles.change(id, { proxy: 'http://ana:secret@proxy.example:3128' }),
  ).rejects.toMatchObject({ code: 'profile-invalid', detail: { field: 'proxy' } })
})

describe('a deleted profile', () => {
  it('is restored at its position, with its secrets', async () => {
    const { profiles } = setUp().start()
    const first = await profiles.create({ ...draft, name: 'First', clientSecret })
    await profiles.create({ ...draft, name: 'Second' })
    await profiles.delete(first.id)
    expect((await profiles.list()).map(({ name }) => name)).toEqual(['Practice: web', 'Second'])
    await profiles.restore(first.id)
    expect((await profiles.list()).map(({ name }) => name)).toEqual([
      'Practice: web',
      'First',
      'Second',
    ])
    expect(await profiles.get(first.id)).toMatchObject({ hasClientSecret: true })
    await expect(profiles.restore(first.id)).rejects.toMatchObject({ code: 'profile-unknown' })
  })
})

describe('a practice profile', () => {
  it('cannot be changed or deleted, but its copy can, and has the client’s secret', async () => {
    const { profiles } = setUp().start()
    const id = 'practice:web'
    await expect(profiles.change(id, { name: 'x' })).rejects.toMatchObject({
      code: 'profile-read-only',
    })
    await expect(profiles.delete(id)).rejects.toMatchObject({ code: 'profile-read-only' })
    const copy = await profiles.duplicate(id)
    expect(copy).toMatchObject({
      name: 'Practice: web copy',
      practice: false,
      hasClientSecret: true,
    })
    expect((await profiles.duplicate(copy.id)).name).toBe('Practice: web copy 2')
    expect(await profiles.change(copy.id, { name: 'Mine' })).toMatchObject({ name: 'Mine' })
  })
})

it('rejects a profile that cannot work, and says which field and why', async () => {
  const { profiles } = setUp().start()
  await expect(profiles.create({ ...draft, userPoolId: 'us-east-1' })).rejects.toMatchObject({
    code: 'profile-invalid',
    detail: { field: 'userPoolId' },
  })
  expect(await profiles.list()).toHaveLength(1)
})
