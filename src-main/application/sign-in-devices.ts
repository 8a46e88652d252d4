import type { Profile } from '#contract/routes/profiles.ts'
import { BridgeError } from '#contract/failure.ts'
import { regionOf } from '#contract/profile-checks.ts'
import { refreshes } from '#engine/catalogue/flows/index.ts'
import type { Ports } from '#engine/catalogue/ports.ts'
import { stackWithoutMessage, type Log } from '#main/ipc/router.ts'
import { afterSignIn } from '#main/devices/after-sign-in.ts'
import { deviceForSignIn, type DeviceForSignIn } from '#main/devices/device-for-sign-in.ts'
import type { Devices } from '#main/devices/devices.ts'
import type { Runs } from '#main/runs/runs.ts'
import type { Application } from './application.ts'
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
  /** @param confirmAs the name under which a new device of it is confirmed without being asked */
  readonly begun: (runId: string, confirmAs: string | undefined) => void
  readonly ended: (runId: string) => void
}

/** What the devices of sign-ins need from outside. */
export interface SignInDevicesDependencies extends Pick<Application, 'emit'> {
  readonly devices: Devices
  readonly runs: () => Promise<Runs>
  readonly ports: () => Promise<Ports>
  readonly log: Log
}

export function signInDevices({
  devices,
  emit,
  log,
  ports,
  runs,
}: SignInDevicesDependencies): SignInDevices {
  const confirming = new Map<string, string>()

  async function settle(runId: string): Promise<void> {
    const all = await runs()
    const confirmAs = confirming.get(runId)
    confirming.delete(runId)
    const parts = { confirmAs, devices, ports: await ports(), runs: all }
    const changed = await afterSignIn(parts, runId)
    if (changed)
      emit({ type: 'devices.changed', profileId: (await all.stored(runId)).run.profileId })
  }

  return {
    of: async (start, { region, userPoolId }, username) => {
      const known =
        refreshes(start.flow) && start.secrets['REFRESH_TOKEN'] === undefined
          ? await (await runs()).lastRefreshToken(start.profileId, username)
          : undefined
      return deviceForSignIn(devices, {
        ...{ profileId: start.profileId, username, choice: start.device, flow: start.flow },
        region: region || regionOf(userPoolId) || 'us-east-1',
        typed: start.parameters['DEVICE_KEY'],
        ofRefreshToken: known?.deviceKey,
      })
    },
    isKept: async (profileId, username) => {
      const ofUser = await devices.ofUser(profileId, username)
      return ofUser.some(({ staleSince }) => staleSince === undefined)
    },
    begun: (runId, confirmAs) => {
      if (confirmAs !== undefined) confirming.set(runId, confirmAs)
    },
    ended: (runId) => {
      settle(runId).catch((error: unknown) => {
        // Whatever went wrong happened after the sign-in, which is unaffected.
        if (error instanceof BridgeError) emit({ type: 'notice', text: error.message })
        else log(`the device of a sign-in could not be updated: ${stackWithoutMessage(error)}`)
      })
    },
  }
}
