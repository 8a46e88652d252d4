import { z } from 'zod'
import { device } from '#contract/routes/devices.ts'
import { sealed } from '#main/vault/vault.ts'

/** The version of `devices.json`. */
export const deviceFileVersion = 1

/** A device as stored in the file: its group key and password only sealed. */
const storedDevice = device.omit({ kept: true }).extend({ groupKey: sealed, password: sealed })
export type StoredDevice = z.output<typeof storedDevice>

/** What `devices.json` contains. */
export const deviceFile = z.object({ devices: z.array(storedDevice) })
export type DeviceFile = z.output<typeof deviceFile>

/** The file of an application that never confirmed a device. */
export const emptyDeviceFile: DeviceFile = { devices: [] }
