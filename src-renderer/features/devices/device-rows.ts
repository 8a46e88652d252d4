import type { Device, DeviceAtCognito } from '#contract/routes/devices.ts'
import { hereAndThere, type HereAndThere } from '#renderer/bridge/local-and-remote.ts'

/** One device, as it is here, at Cognito, or at both. */
export interface DeviceRow extends HereAndThere<Device, DeviceAtCognito> {
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
  hereAndThere(
    devices,
    listed,
    ({ key }) => key,
    (here) => here.username === username || here.aliases.includes(username),
  ).map((row) => ({
    ...row,
    key: (row.here ?? row.there)?.key ?? '',
    name: row.here?.name ?? attributeOf(row.there, 'device_name') ?? 'Unnamed device',
  }))

const attributeOf = (device: DeviceAtCognito | undefined, wanted: string): string | undefined =>
  device?.attributes.find(({ name }) => name === wanted)?.value

/** Whether Cognito remembers the device, by the newest that is known; undefined when nobody said. */
export function statusOf({ here, there }: DeviceRow): Device['status'] | undefined {
  const told = attributeOf(there, 'dev:device_remembered_status')
  if (here?.status === 'undecided') return here.status
  return told === 'remembered' || told === 'not_remembered' ? told : here?.status
}
