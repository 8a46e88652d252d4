import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { reveal, Secret } from '#engine/secret/secret.ts'
import { openDocument } from '#main/settings/document.ts'
import { documentInMemory } from '#main/settings/document-in-memory.ts'
import { secretBoxInMemory } from '#main/vault/secret-box-in-memory.ts'
import { emptyVaultRecord, openVault } from '#main/vault/vault.ts'
import { deviceForSignIn, type WantedDevice } from './device-for-sign-in.ts'
import { deviceFile, deviceFileVersion, emptyDeviceFile, type DeviceFile } from './device-file.ts'
import type { OpenDevice } from './device-records.ts'
import { createDevices } from './devices.ts'

const canary = 'Canary-Device-Password'
const computed = (key = 'one', createdAt = 1): Omit<OpenDevice, 'id'> => ({
  profileId: 'p',
  username: 'alice',
  aliases: ['alice@example.com'],
  key: `us-east-1_${key}`,
  name: 'Laptop',
  status: 'remembered',
  createdAt,
  groupKey: Secret.of('device secret', `${canary}-group`),
  password: Secret.of('device secret', canary),
})

function open(backend: string, file = documentInMemory<DeviceFile>(emptyDeviceFile)) {
  const vault = openVault({
    box: () => secretBoxInMemory(backend, backend),
    document: documentInMemory(emptyVaultRecord),
    randomHex: () => '00',
  })
  let ids = 0
  const devices = createDevices({ document: file, vault, newId: () => `id${String(ids++)}` })
  return { devices, file, vault }
}

test('a device’s secrets are encrypted in the file, and are read back from it', async () => {
  const { devices, file } = open('keychain')
  const { id } = await devices.add(computed())
  expect(JSON.stringify(file.value())).not.toContain(canary)
  expect(deviceFile.safeParse(JSON.parse(JSON.stringify(file.value()))).success).toBe(true)
  const again = open('keychain', file)
  const [found] = await again.devices.list('p')
  expect(found).toMatchObject({ id, kept: 'stored', username: 'alice' })
  expect(JSON.stringify(found)).not.toContain(canary)
  const { groupKey, password } = await again.devices.open(id)
  expect([groupKey, password].map(reveal)).toEqual([`${canary}-group`, canary])
})

test('a device is written only once the user consents', async () => {
  const { devices, file, vault } = open('basic_text')
  const { id } = await devices.add(computed())
  await devices.change(id, { status: 'not_remembered' })
  expect(file.value().devices).toEqual([])
  expect(await devices.list('p')).toMatchObject([{ kept: 'memory only', status: 'not_remembered' }])
  await vault.choose('store')
  await devices.storeSecrets()
  expect(await devices.list('p')).toMatchObject([{ id, kept: 'stored' }])
})

test('the devices of two profiles or users are kept apart', async () => {
  const { devices } = open('keychain')
  await devices.add(computed('one'))
  await devices.add({ ...computed('two'), profileId: 'q' })
  await devices.add({ ...computed('three'), username: 'bob', aliases: [] })
  const keys = async (profileId: string, username: string) =>
    (await devices.ofUser(profileId, username)).map(({ key }) => key)
  expect(await keys('p', 'alice')).toEqual(['us-east-1_one'])
  expect(await keys('p', 'alice@example.com')).toEqual(['us-east-1_one'])
  expect(await keys('q', 'alice')).toEqual(['us-east-1_two'])
  expect(await keys('p', 'bob')).toEqual(['us-east-1_three'])
  expect(await devices.byKey('q', 'us-east-1_one')).toBeUndefined()
  await devices.deleteOf('p')
  expect(await devices.list('p')).toEqual([])
  expect(await devices.list('q')).toHaveLength(1)
})

test('a forgotten device is not sent, and a locked one sends its key alone', async () => {
  const { devices, file } = open('keychain')
  const old = await devices.add(computed('old', 1))
  const newest = await devices.add(computed('newest', 2))
  const wanted: WantedDevice = {
    profileId: 'p',
    username: 'alice',
    choice: 'with',
    flow: 'USER_SRP_AUTH',
    region: 'us-east-1',
  }
  expect((await deviceForSignIn(devices, wanted)).known?.key).toBe(newest.key)
  await devices.change(newest.id, { staleSince: 3 })
  expect((await deviceForSignIn(devices, wanted)).key).toBe(old.key)
  const typed = await deviceForSignIn(devices, { ...wanted, typed: newest.key })
  expect(typed.known?.key).toBe(newest.key)
  const admin = { ...wanted, flow: 'ADMIN_NO_SRP_AUTH' }
  expect(await deviceForSignIn(devices, admin)).toEqual({})

  const other = open('dpapi', file)
  expect(await other.devices.list('p')).toMatchObject([{ kept: 'locked' }, { kept: 'locked' }])
  expect(await deviceForSignIn(other.devices, wanted)).toEqual({ key: old.key })
  await expect(other.devices.open(old.id)).rejects.toThrow(
    'cannot be decrypted with the current keyring',
  )
})

test('a damaged file of devices is quarantined', () => {
  const folder = mkdtempSync(join(tmpdir(), 'authscope-devices-'))
  const path = join(folder, 'devices.json')
  writeFileSync(path, '{"version":1,"devices":[{"key":1}]}')
  const document = openDocument({
    path,
    version: deviceFileVersion,
    schema: deviceFile,
    empty: emptyDeviceFile,
    write: () => Promise.resolve(),
    now: () => 0,
  })
  expect(document.value()).toEqual(emptyDeviceFile)
  expect(document.quarantined).toHaveLength(1)
  expect(readdirSync(folder)).toEqual([expect.stringContaining('devices.damaged-')])
  rmSync(folder, { recursive: true })
})
