import { describe, expect, it } from 'vitest'
import { reveal, Secret } from '#engine/secret/secret.ts'
import { documentInMemory } from '#main/settings/document-in-memory.ts'
import { secretBoxInMemory } from './secret-box-in-memory.ts'
import { emptyVaultRecord, openVault } from './vault.ts'

const password = Secret.of('password', 'hunter2-canary')

function setUp() {
  const document = documentInMemory(emptyVaultRecord)
  let next = 0
  const start = (backend: string, key = backend, how?: { isOutdated: boolean }) =>
    openVault({
      box: () => secretBoxInMemory(backend, key, how),
      document,
      randomHex: (bytes) => String(next++).padStart(bytes * 2, '0'),
    })
  return { document, start }
}

it('opens with its first use, once', async () => {
  let openings = 0
  const vault = openVault({
    box: () => {
      openings += 1
      return secretBoxInMemory('keychain', 'key')
    },
    document: documentInMemory(emptyVaultRecord),
    randomHex: () => '00',
  })
  expect(vault.keyIds()).toEqual([])
  expect(openings).toBe(0)
  await Promise.all([vault.storage(), vault.mayStore()])
  expect(openings).toBe(1)
})

it('stays closed after an opening that failed, until the person does something that needs it', async () => {
  let openings = 0
  const vault = openVault({
    box: () => {
      openings += 1
      if (openings < 3) throw new Error('dismissed')
      return secretBoxInMemory('keychain', 'key')
    },
    document: documentInMemory(emptyVaultRecord),
    randomHex: () => '00',
  })
  const uses = () => Promise.allSettled([vault.storage(), vault.mayStore(), vault.dataKey()])
  expect((await uses()).map(({ status }) => status)).toEqual(Array(3).fill('rejected'))
  await uses()
  expect(openings).toBe(1)

  vault.retryOpening()
  expect(openings).toBe(1)
  await expect(vault.mayStore()).rejects.toThrow('dismissed')
  await uses()
  expect(openings).toBe(2)

  vault.retryOpening()
  expect(await vault.mayStore()).toBe(true)
  vault.retryOpening()
  await uses()
  expect(openings).toBe(3)
})

it('is opened again by a choice of where to store secrets', async () => {
  let openings = 0
  const vault = openVault({
    box: () => {
      openings += 1
      if (openings === 1) throw new Error('dismissed')
      return secretBoxInMemory('basic_text', 'key')
    },
    document: documentInMemory(emptyVaultRecord),
    randomHex: () => '00',
  })
  await expect(vault.storage()).rejects.toThrow('dismissed')
  await vault.choose('memory only')
  expect((await vault.storage()).consent).toBe('memory only')
})

describe('consent', () => {
  it('is not needed with a keyring', async () => {
    const vault = setUp().start('gnome_libsecret')
    expect(await vault.storage()).toMatchObject({ protected: true, consent: 'store' })
  })

  it('is needed without a keyring, and nothing is sealed or created before', async () => {
    const { document, start } = setUp()
    const vault = start('basic_text')
    expect(await vault.storage()).toMatchObject({ protected: false, consent: 'needed' })
    await expect(vault.seal(password)).rejects.toMatchObject({ code: 'storage-unavailable' })
    expect(await vault.dataKey()).toBeUndefined()
    expect(document.value().dataKeys).toEqual([])
  })

  it.each(['store', 'memory only'] as const)('“%s” is remembered', async (choice) => {
    const { start } = setUp()
    await start('basic_text').choose(choice)
    expect((await start('basic_text').storage()).consent).toBe(choice)
  })

  it('for a keyring is not valid for the backend that replaced it', async () => {
    const { start } = setUp()
    await start('gnome_libsecret').choose('store')
    expect((await start('basic_text').storage()).consent).toBe('needed')
  })

  it('to store is refused when nothing can be encrypted', async () => {
    const vault = setUp().start('none')
    await expect(vault.choose('store')).rejects.toMatchObject({ code: 'storage-unavailable' })
    await vault.choose('memory only')
    expect((await vault.storage()).consent).toBe('memory only')
  })
})

describe('a sealed secret', () => {
  it('opens with its kind, and does not show its value', async () => {
    const { start } = setUp()
    const sealed = await start('keychain').seal(password)
    expect(JSON.stringify(sealed)).not.toContain('hunter2')
    const opened = await start('keychain').open(sealed)
    expect(opened?.kind).toBe('password')
    expect(opened && reveal(opened)).toBe('hunter2-canary')
  })

  it('of another keyring or of a reset one is unreadable without a crash', async () => {
    const { start } = setUp()
    const sealed = await start('gnome_libsecret').seal(password)
    expect(await start('kwallet5').open(sealed)).toBeUndefined()
    expect(await start('gnome_libsecret', 'another key').open(sealed)).toBeUndefined()
    expect(await start('gnome_libsecret').open({ ...sealed, text: '' })).toBeUndefined()
  })
})

describe('a secret that the keyring wants sealed again', () => {
  const outdated = { isOutdated: true }

  it('is returned sealed again, and opens', async () => {
    const { start } = setUp()
    const sealed = await start('keychain').seal(password)
    const vault = start('keychain', 'keychain', outdated)
    const renewed: unknown[] = []
    await vault.open(sealed, async (sealed) => renewed.push(await vault.open(sealed)))
    expect(renewed).toEqual([expect.any(Secret)])
  })

  it('is replaced in the record when it is the data key', async () => {
    const { document, start } = setUp()
    const before = await start('keychain').dataKey()
    const after = await start('keychain', 'keychain', outdated).dataKey()
    expect(after?.id).toBe(before?.id)
    expect(document.value().dataKeys).toHaveLength(1)
  })
})

describe('what the built-in key sealed', () => {
  const key = 'opens both, as in Electron'

  it('opens with a keyring that is found later, and is sealed again with that', async () => {
    const { start } = setUp()
    const weak = start('basic_text', key)
    await weak.choose('store')
    const encrypted = await weak.seal(password)
    const vault = start('gnome_libsecret', key)
    const renewed: unknown[] = []
    const opened = await vault.open(encrypted, (sealed) => Promise.resolve(renewed.push(sealed)))
    expect(opened && reveal(opened)).toBe('hunter2-canary')
    expect(renewed).toMatchObject([{ backend: 'gnome_libsecret' }])
    expect((await vault.storage()).description).not.toContain('before')
  })

  it('is replaced in the record when it is the data key, which no longer opens without the keyring', async () => {
    const { document, start } = setUp()
    const weak = start('basic_text', key)
    await weak.choose('store')
    const before = await weak.dataKey()
    expect((await start('gnome_libsecret', key).dataKey())?.id).toBe(before?.id)
    expect(document.value().dataKeys).toMatchObject([{ sealed: { backend: 'gnome_libsecret' } }])
  })
})

describe('a keyring that is locked', () => {
  it('is named with what to do, and never taken for what sealed the data', async () => {
    const { document } = setUp()
    const open = (backend: string, lockedKeyring?: string) =>
      openVault({
        box: () => ({
          ...secretBoxInMemory(backend, backend),
          ...(lockedKeyring !== undefined && { lockedKeyring }),
        }),
        document,
        randomHex: (bytes) => '0'.repeat(bytes * 2),
      })
    await open('gnome_libsecret').dataKey()
    const locked = open('none', 'gnome_libsecret')
    expect(await locked.storage()).toMatchObject({ protected: false, consent: 'needed' })
    const { description } = await locked.storage()
    expect(description).toMatch(
      /^The GNOME keyring is locked.*Unlock it, then start Authscope again/,
    )
    expect(description).not.toContain('before')
    expect(document.value().lastBackend).toBe('gnome_libsecret')
    expect((await open('gnome_libsecret').storage()).description).not.toContain('no encryption')
  })
})

describe('the data key', () => {
  it('is the same at each start, and never in plain text in the record', async () => {
    const { document, start } = setUp()
    const first = await start('keychain').dataKey()
    const second = await start('keychain').dataKey()
    expect(first?.id).toBe(second?.id)
    expect(first && reveal(first.key)).toBe(second && reveal(second.key))
    expect(JSON.stringify(document.value())).not.toContain(first && reveal(first.key))
  })

  it('of a missing keyring is kept, named, and used once the keyring is back', async () => {
    const { start } = setUp()
    const before = await start('gnome_libsecret').dataKey()
    const other = start('kwallet5')
    expect((await other.dataKey())?.id).not.toBe(before?.id)
    expect(await other.lockedKeys()).toEqual([
      { id: before?.id, reason: expect.stringContaining('GNOME keyring') },
    ])
    expect((await other.storage()).description).toContain('It was the GNOME keyring before')
    const back = start('gnome_libsecret')
    expect((await back.dataKey())?.id).toBe(before?.id)
  })
})
