import type { Device, DeviceAtCognito } from '#contract/routes/devices.ts'
import { matchLocalAndRemote, type LocalAndRemote } from '#renderer/bridge/local-and-remote.ts'

/** One device, as it is here, at Cognito, or at both. */
export interface DeviceRow extends LocalAndRemote<Device, DeviceAtCognito> {
  readonly key: string
  readonly name: string
}

/**
 * Devices that are stored here, together with those that Cognito has of the signed-in user.
 * @param listed undefined while Cognito was not asked
 */
export const deviceRows = (
  devices: readonly Device[],
  listed: readonly DeviceAtCognito[] | undefined,
  username: string,
): readonly DeviceRow[] =>
  matchLocalAndRemote(
    devices,
    listed,
    ({ key }) => key,
    (local) => local.username === username || local.aliases.includes(username),
  ).map((row) => ({
    ...row,
    key: (row.local ?? row.remote)?.key ?? '',
    name: row.local?.name ?? attributeOf(row.remote, 'device_name') ?? 'Unnamed device',
  }))

const attributeOf = (device: DeviceAtCognito | undefined, wanted: string): string | undefined =>
  device?.attributes.find(({ name }) => name === wanted)?.value

/** Whether Cognito remembers the device, by the newest that is known; undefined when nobody said. */
export function statusOf({ local, remote }: DeviceRow): Device['status'] | undefined {
  const told = attributeOf(remote, 'dev:device_remembered_status')
  if (local?.status === 'undecided') return local.status
  return told === 'remembered' || told === 'not_remembered' ? told : local?.status
}
