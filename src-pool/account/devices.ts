import { deviceRefusals } from '../refusals/devices.ts'
import { refuse } from '../refusals/refusal.ts'
import type { Device } from '../state/device.ts'
import type { User } from '../state/pool.ts'

/** A user's devices that were confirmed; the others do not count yet. */
export const trackedDevices = ({ devices }: User): readonly Device[] =>
  devices.filter(({ verifier }) => verifier !== undefined)

/**
 * One of {@link trackedDevices}.
 * @throws Refusal ResourceNotFoundException when there is none
 */
export const trackedDevice = (user: User, deviceKey: string): Device =>
  trackedDevices(user).find(({ key }) => key === deviceKey) ?? refuse(deviceRefusals.deviceUnknown)

/** `DeviceType` of an answer; dates in seconds since 1970. */
export const deviceAnswer = (device: Device) => ({
  DeviceAttributes: [
    { Name: 'device_status', Value: 'valid' },
    ...(device.name === undefined ? [] : [{ Name: 'device_name', Value: device.name }]),
    {
      Name: 'dev:device_remembered_status',
      Value: device.remembered ? 'remembered' : 'not_remembered',
    },
    { Name: 'last_ip_used', Value: '127.0.0.1' },
  ],
  DeviceCreateDate: device.createdAt / 1000,
  DeviceKey: device.key,
  DeviceLastAuthenticatedDate: device.authenticatedAt / 1000,
  DeviceLastModifiedDate: device.modifiedAt / 1000,
})
