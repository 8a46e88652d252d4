import type { Device } from '#contract/routes/devices.ts'
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

/** A device as it is kept: sealed in the document, or open in memory. */
export type DeviceRecord = StoredDevice | OpenDevice

/** The records of all devices. */
export interface DeviceRecords {
  readonly all: () => readonly DeviceRecord[]
  readonly inMemory: () => readonly OpenDevice[]
  readonly find: (id: string) => DeviceRecord | undefined
  readonly shown: (device: DeviceRecord) => Promise<Device>
  /** Undefined when it cannot be decrypted now. */
  readonly secretOf: (
    device: DeviceRecord,
    field: 'groupKey' | 'password',
  ) => Promise<Secret | undefined>
  /** Adds or replaces a record: sealed where storing is agreed to, else in memory. */
  readonly put: (device: DeviceRecord) => Promise<void>
  readonly remove: (isRemoved: (device: DeviceRecord) => boolean) => Promise<void>
}

export function deviceRecords({
  document,
  vault,
}: {
  readonly document: Document<DeviceFile>
  readonly vault: Vault
}): DeviceRecords {
  /** Devices that the person would not have stored; gone when the application ends. */
  const inMemory = new Map<string, OpenDevice>()

  const find = (id: string) =>
    inMemory.get(id) ?? document.value().devices.find((device) => device.id === id)

  const sealed = (secret: StoredDevice['password'] | Secret) =>
    isSealed(secret) ? Promise.resolve(secret) : vault.seal(secret)

  async function put(device: DeviceRecord): Promise<void> {
    const { groupKey, password } = device
    if (!isSealed(groupKey) && !isSealed(password) && !(await vault.mayStore())) {
      inMemory.set(device.id, { ...device, groupKey, password })
      return
    }
    const stored: StoredDevice = {
      ...device,
      groupKey: await sealed(groupKey),
      password: await sealed(password),
    }
    await document.change(({ devices }) => ({
      devices: devices.some(({ id }) => id === stored.id)
        ? devices.map((other) => (other.id === stored.id ? stored : other))
        : [...devices, stored],
    }))
    inMemory.delete(device.id)
  }

  return {
    all: () => [...document.value().devices, ...inMemory.values()],
    inMemory: () => [...inMemory.values()],
    find,
    put,
    shown: async (device) => {
      const { groupKey: _group, password, ...fields } = device
      if (!isSealed(password)) return { ...fields, kept: 'memory only' }
      return { ...fields, kept: (await vault.open(password)) ? 'stored' : 'locked' }
    },
    secretOf: async (device, field) => {
      const secret = device[field]
      if (!isSealed(secret)) return secret
      return vault.open(secret, (again) => put({ ...(find(device.id) ?? device), [field]: again }))
    },
    remove: async (isRemoved) => {
      for (const device of [...inMemory.values()].filter(isRemoved)) inMemory.delete(device.id)
      await document.change((file) =>
        file.devices.some(isRemoved)
          ? { devices: file.devices.filter((device) => !isRemoved(device)) }
          : file,
      )
    },
  }
}

const isSealed = (secret: StoredDevice['password'] | Secret): secret is StoredDevice['password'] =>
  'backend' in secret
