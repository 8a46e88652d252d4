import type { Device, DeviceAtCognito } from '#contract/routes/devices.ts'

/** A device that is stored here. */
export const sampleDevice: Device = {
  id: 'device',
  profileId: 'profile',
  username: 'ada',
  aliases: [],
  key: 'eu-west-1_1',
  name: 'Laptop',
  status: 'remembered',
  createdAt: Date.UTC(2026, 0, 30),
  kept: 'stored',
}

/** A device as Cognito describes it. */
export const sampleDeviceAtCognito: DeviceAtCognito = {
  key: 'eu-west-1_1',
  attributes: [{ name: 'dev:device_remembered_status', value: 'remembered' }],
  createdAt: Date.UTC(2026, 0, 30),
}
