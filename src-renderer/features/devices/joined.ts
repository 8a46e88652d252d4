import type { Device, DeviceAtCognito } from '#contract/routes/devices.ts'

/** One device, as it is here, at Cognito, or at both. */
export interface DeviceRow {
  readonly key: string
  readonly name: string
  readonly here?: Device
  readonly there?: DeviceAtCognito
  /** `unknown` while Cognito was not asked about this user. */
  readonly place: 'both' | 'only here' | 'only at Cognito' | 'unknown'
}

/**
 * Devices that are kept here beside those that Cognito has of the user who signed in.
 * @param listed undefined while Cognito was not asked
 */
export function joined(
  devices: readonly Device[],
  listed: readonly DeviceAtCognito[] | undefined,
  username: string,
): readonly DeviceRow[] {
  const kept = new Set(devices.map(({ key }) => key))
  return [
    ...devices.map((here): DeviceRow => {
      const { key, name } = here
      const there = listed?.find((one) => one.key === key)
      const asked = listed && (here.username === username || here.aliases.includes(username))
      return {
        ...{ key, name, here },
        ...(there && { there }),
        place: there ? 'both' : asked ? 'only here' : 'unknown',
      }
    }),
    ...(listed ?? [])
      .filter(({ key }) => !kept.has(key))
      .map((there): DeviceRow => {
        const { attributes, key } = there
        const name = attributes.find((one) => one.name === 'device_name')?.value
        return { key, name: name ?? 'Unnamed device', there, place: 'only at Cognito' }
      }),
  ]
}

/** Whether Cognito remembers the device, by the newest that is known; undefined when nobody said. */
export function statusOf({ here, there }: DeviceRow): Device['status'] | undefined {
  const told = there?.attributes.find(({ name }) => name === 'dev:device_remembered_status')?.value
  if (here?.status === 'undecided') return here.status
  return told === 'remembered' || told === 'not_remembered' ? told : here?.status
}
