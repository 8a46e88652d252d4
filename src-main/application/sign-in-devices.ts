import type { Profile } from '#contract/routes/profiles.ts'
import { regionOf } from '#contract/profile-checks.ts'
import { refreshes } from '#engine/catalogue/flows/index.ts'
import { deviceForSignIn, type DeviceForSignIn } from '#main/devices/device-for-sign-in.ts'
import type { Devices } from '#main/devices/devices.ts'
import type { Runs } from '#main/runs/runs.ts'
import type { StartInput } from './run-start.ts'

/** What of a sign-in's start says which device goes along. */
export type WantsDevice = Pick<
  StartInput,
  'device' | 'flow' | 'parameters' | 'profileId' | 'secrets'
>

/** What sign-ins have to do with the devices that are kept. */
export interface SignInDevices {
  /** The device that goes along with a sign-in. */
  readonly of: (
    start: WantsDevice,
    profile: Pick<Profile, 'region' | 'userPoolId'>,
    username: string,
  ) => Promise<DeviceForSignIn>
  /** Whether a device of this user would go along. */
  readonly isKept: (profileId: string, username: string) => Promise<boolean>
}

/** What the devices of sign-ins need from outside. */
export interface SignInDevicesDependencies {
  readonly devices: Devices
  readonly runs: () => Promise<Runs>
}

export function signInDevices({ devices, runs }: SignInDevicesDependencies): SignInDevices {
  return {
    of: async (start, { region, userPoolId }, username) => {
      const known =
        refreshes(start.flow) && start.secrets['REFRESH_TOKEN'] === undefined
          ? await (await runs()).lastRefreshToken(start.profileId, username)
          : undefined
      return deviceForSignIn(devices, {
        profileId: start.profileId,
        username,
        choice: start.device,
        flow: start.flow,
        region: region || regionOf(userPoolId) || 'us-east-1',
        typed: start.parameters['DEVICE_KEY'],
        ofRefreshToken: known?.deviceKey,
      })
    },
    isKept: async (profileId, username) => {
      const ofUser = await devices.ofUser(profileId, username)
      return ofUser.some(({ staleSince }) => staleSince === undefined)
    },
  }
}
