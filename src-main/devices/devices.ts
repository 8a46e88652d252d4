import type { Device } from '#contract/routes/devices.ts'
import { BridgeError } from '#contract/failure.ts'
import type { Secret } from '#engine/secret/secret.ts'
import type { Document } from '#main/settings/document.ts'
import type { Vault } from '#main/vault/vault.ts'
import type { DeviceFile, StoredDevice } from './device-file.ts'

/** What is known of a device besides its secrets. */
export type DeviceFields = Omit<StoredDevice, 'groupKey' | 'password'>

/** A device with its secrets. */
export interface OpenDevice extends DeviceFields {
  readonly groupKey: Secret
  readonly password: Secret
}

/** The changes that a device goes through; an absent staleSince clears the mark. */
export type DeviceChanges = Partial<
  Pick<DeviceFields, 'aliases' | 'lastUsedAt' | 'name' | 'staleSince' | 'status'>
>

/** The remembered devices of all profiles, oldest first. */
export interface Devices {
  readonly list: (profileId: string) => Promise<readonly Device[]>
  /** The user's devices that are kept for this profile, found by real name or by alias. */
  readonly ofUser: (profileId: string, username: string) => Promise<readonly Device[]>
  readonly byKey: (profileId: string, key: string) => Promise<Device | undefined>
  /** @throws BridgeError `device-unknown`, `device-locked` */
  readonly open: (id: string) => Promise<OpenDevice>
  readonly add: (computed: Omit<OpenDevice, 'id'>) => Promise<Device>
  /** @throws BridgeError `device-unknown` */
  readonly change: (id: string, changes: DeviceChanges) => Promise<Device>
  readonly drop: (id: string) => Promise<string | undefined>
  /** Takes every device of a profile away, for good. */
  readonly deleteOf: (profileId: string) => Promise<void>
  /** The profile of the device that is back. @throws BridgeError `device-unknown` */
  readonly restore: (id: string) => Promise<string>
  /** Writes what was kept in memory so far; called when the person agrees to storing. */
  readonly storeSecrets: () => Promise<void>
}

/** What the devices need from outside. */
export interface DevicesPorts {
  readonly document: Document<DeviceFile>
  readonly vault: Vault
  readonly newId: () => string
}

export function createDevices({ document, newId, vault }: DevicesPorts): Devices {
  /** Devices that the person would not have stored; gone when the application ends. */
  const inMemory = new Map<string, OpenDevice>()
  const dropped = new Map<string, StoredDevice | OpenDevice>()

  const unknown = () => new BridgeError('device-unknown', 'This device is no longer stored.')
  const held = (id: string) =>
    inMemory.get(id) ?? document.value().devices.find((device) => device.id === id)

  async function shown(device: StoredDevice | OpenDevice): Promise<Device> {
    const { groupKey: _group, password, ...fields } = device
    if (!isSealed(password)) return { ...fields, kept: 'memory only' }
    return { ...fields, kept: (await vault.open(password)) ? 'stored' : 'locked' }
  }

  async function opened(
    device: StoredDevice | OpenDevice,
    part: 'groupKey' | 'password',
  ): Promise<Secret | undefined> {
    const secret = device[part]
    if (!isSealed(secret)) return secret
    return vault.open(secret, (sealed) => put({ ...(held(device.id) ?? device), [part]: sealed }))
  }
  const closed = (secret: StoredDevice['password'] | Secret) =>
    isSealed(secret) ? Promise.resolve(secret) : vault.seal(secret)

  async function put(device: StoredDevice | OpenDevice): Promise<void> {
    const { groupKey, password } = device
    if (!isSealed(groupKey) && !isSealed(password) && !vault.mayStore()) {
      inMemory.set(device.id, { ...device, groupKey, password })
      return
    }
    const stored: StoredDevice = {
      ...device,
      groupKey: await closed(groupKey),
      password: await closed(password),
    }
    await document.change(({ devices }) => ({
      devices: devices.some(({ id }) => id === stored.id)
        ? devices.map((other) => (other.id === stored.id ? stored : other))
        : [...devices, stored],
    }))
    inMemory.delete(device.id)
  }

  async function list(profileId: string): Promise<readonly Device[]> {
    const all = [...document.value().devices, ...inMemory.values()]
    const wanted = all.filter((one) => one.profileId === profileId)
    return Promise.all(wanted.sort((a, b) => a.createdAt - b.createdAt).map(shown))
  }

  return {
    list,
    ofUser: async (profileId, username) =>
      (await list(profileId)).filter(
        (one) => one.username === username || one.aliases.includes(username),
      ),
    byKey: async (profileId, key) => (await list(profileId)).find((one) => one.key === key),
    open: async (id) => {
      const device = held(id)
      if (!device) throw unknown()
      const groupKey = await opened(device, 'groupKey')
      const password = await opened(device, 'password')
      if (groupKey && password) return { ...device, groupKey, password }
      throw new BridgeError(
        'device-locked',
        `The keys of “${device.name}” cannot be decrypted with the current keyring. Unlock the original keyring, or remove the device.`,
      )
    },
    add: async (computed) => {
      const device = { ...computed, id: newId() }
      await put(device)
      return shown(held(device.id) ?? device)
    },
    change: async (id, changes) => {
      const device = held(id)
      if (!device) throw unknown()
      const next = { ...device, ...changes }
      await put(next)
      return shown(next)
    },
    drop: async (id) => {
      const device = held(id)
      if (!device) return undefined
      dropped.set(id, device)
      inMemory.delete(id)
      await document.change((file) =>
        file.devices.some((one) => one.id === id)
          ? { devices: file.devices.filter((one) => one.id !== id) }
          : file,
      )
      return device.profileId
    },
    deleteOf: async (profileId) => {
      for (const { id } of [...inMemory.values()].filter((one) => one.profileId === profileId))
        inMemory.delete(id)
      await document.change((file) =>
        file.devices.some((one) => one.profileId === profileId)
          ? { devices: file.devices.filter((one) => one.profileId !== profileId) }
          : file,
      )
    },
    restore: async (id) => {
      const device = dropped.get(id)
      if (!device) throw unknown()
      await put(device)
      dropped.delete(id)
      return device.profileId
    },
    storeSecrets: async () => {
      for (const device of inMemory.values()) await put(device)
    },
  }
}

const isSealed = (secret: StoredDevice['password'] | Secret): secret is StoredDevice['password'] =>
  'backend' in secret
