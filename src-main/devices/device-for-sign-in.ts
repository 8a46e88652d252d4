import type { DeviceChoice } from '#contract/routes/devices.ts'
import { BridgeError } from '#contract/failure.ts'
import type { KnownDevice } from '#engine/catalogue/known.ts'
import type { Devices } from './devices.ts'

/** What a sign-in sends about its device. */
export interface DeviceForSignIn {
  /** DEVICE_KEY, where one goes along. */
  readonly key?: string
  /** What the device proves itself with, where its keys are kept here. */
  readonly known?: KnownDevice
}

/** Who signs in, and how. */
export interface WantedDevice {
  readonly profileId: string
  readonly username: string
  readonly choice: DeviceChoice
  readonly flow: string
  readonly region: string
  /** The DEVICE_KEY that was typed; it goes as it is. */
  readonly typed?: string | undefined
  /** The device that a known refresh token was issued to. */
  readonly ofRefreshToken?: string | undefined
}

/** Devices are tracked where a user signs in: not in an administrator's flows. */
const carriesDevice = (flow: string): boolean => !flow.startsWith('ADMIN_')

/** A key of the right form that no device has. */
export const wrongDeviceKey = (region: string): string =>
  `${region}_00000000-0000-4000-8000-000000000000`

/**
 * The device that goes along: the newest of this user that Cognito is not known to have forgotten.
 * One whose keys do not open goes along without a proof, and the challenge then says what is missing.
 */
export async function deviceForSignIn(
  devices: Pick<Devices, 'byKey' | 'ofUser' | 'open'>,
  wanted: WantedDevice,
): Promise<DeviceForSignIn> {
  const { choice, flow, ofRefreshToken, profileId, region, typed, username } = wanted
  if (!carriesDevice(flow)) return {}
  if (typed !== undefined) {
    const device = await devices.byKey(profileId, typed)
    return device ? knownOf(devices, device) : {}
  }
  if (choice === 'without') return {}
  if (choice === 'wrong key') return { key: wrongDeviceKey(region) }
  if (ofRefreshToken !== undefined) return { key: ofRefreshToken }
  const ofUser = username === '' ? [] : await devices.ofUser(profileId, username)
  const newest = ofUser.findLast(({ staleSince }) => staleSince === undefined)
  return newest ? knownOf(devices, newest) : {}
}

async function knownOf(
  devices: Pick<Devices, 'open'>,
  { id, key }: { readonly id: string; readonly key: string },
): Promise<DeviceForSignIn> {
  try {
    const { groupKey: group, password } = await devices.open(id)
    return { key, known: { key, group, password } }
  } catch (error) {
    if (error instanceof BridgeError) return { key }
    throw error
  }
}
