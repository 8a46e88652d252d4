import type { Device } from '#contract/routes/devices.ts'
import { BridgeError } from '#contract/failure.ts'
import type { Document } from '#main/settings/document.ts'
import type { Vault } from '#main/vault/vault.ts'
import type { DeviceFile } from './device-file.ts'
import {
  deviceRecords,
  type DeviceFields,
  type DeviceRecord,
  type OpenDevice,
} from './device-records.ts'

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

/** The devices in their document and vault, or in memory where storing was declined. */
export function createDevices({ document, newId, vault }: DevicesPorts): Devices {
  const records = deviceRecords({ document, vault })
  const dropped = new Map<string, DeviceRecord>()

  const unknown = () => new BridgeError('device-unknown', 'This device is no longer stored.')

  async function list(profileId: string): Promise<readonly Device[]> {
    const wanted = records.all().filter((one) => one.profileId === profileId)
    return Promise.all(wanted.sort((a, b) => a.createdAt - b.createdAt).map(records.shown))
  }

  return {
    list,
    ofUser: async (profileId, username) =>
      (await list(profileId)).filter(
        (one) => one.username === username || one.aliases.includes(username),
      ),
    byKey: async (profileId, key) => (await list(profileId)).find((one) => one.key === key),
    open: async (id) => {
      const device = records.find(id)
      if (!device) throw unknown()
      const groupKey = await records.secretOf(device, 'groupKey')
      const password = await records.secretOf(device, 'password')
      if (groupKey && password) return { ...device, groupKey, password }
      throw new BridgeError(
        'device-locked',
        `The keys of “${device.name}” cannot be decrypted with the current keyring. Unlock the original keyring, or remove the device.`,
      )
    },
    add: async (computed) => {
      const device = { ...computed, id: newId() }
      await records.put(device)
      return records.shown(records.find(device.id) ?? device)
    },
    change: async (id, changes) => {
      const device = records.find(id)
      if (!device) throw unknown()
      const next = { ...device, ...changes }
      await records.put(next)
      return records.shown(next)
    },
    drop: async (id) => {
      const device = records.find(id)
      if (!device) return undefined
      dropped.set(id, device)
      await records.remove((one) => one.id === id)
      return device.profileId
    },
    deleteOf: (profileId) => records.remove((one) => one.profileId === profileId),
    restore: async (id) => {
      const device = dropped.get(id)
      if (!device) throw unknown()
      await records.put(device)
      dropped.delete(id)
      return device.profileId
    },
    storeSecrets: async () => {
      for (const device of records.inMemory()) await records.put(device)
    },
  }
}
