import type { SrpVerifier } from '#engine/srp/server.ts'
import { deviceRefusals } from '../refusals/devices.ts'
import { refuse } from '../refusals/refusal.ts'
import { newDevice, type Device } from '../state/device.ts'
import type { User } from '../state/pool.ts'
import type { ClientCall } from '../state/practice-state.ts'

/** Devices of a user that wait for ConfirmDevice; the oldest of more go. */
const maxUnconfirmed = 50

/**
 * The device that a sign-in presents. A pool that tracks none does not look at the key.
 * @throws Refusal ResourceNotFoundException for a key that is not of this user, or was forgotten
 */
function presentedDevice({ pool, deviceKey }: ClientCall, user: User): Device | undefined {
  if (!pool.settings.deviceConfiguration || deviceKey === undefined) return undefined
  return user.devices.find(({ key }) => key === deviceKey) ?? refuse(deviceRefusals.deviceUnknown)
}

/** A device that can prove its own secret. */
interface RememberedDevice {
  readonly key: string
  readonly groupKey: string
  readonly verifier: SrpVerifier
}

/** The device of a sign-in, when it is one whose own secret is to be proved. */
export function rememberedDevice(clientCall: ClientCall, user: User): RememberedDevice | undefined {
  const device = presentedDevice(clientCall, user)
  if (!device?.remembered || !device.verifier) return undefined
  const { key, groupKey, verifier } = device
  return { key, groupKey, verifier }
}

/**
 * The device that a finished sign-in came from, where the pool tracks devices: the one it presents,
 * or a new one. A sign-in by an administrator comes from none, so that it cannot be refreshed.
 * Source: developer guide, "Admin authentication flow".
 */
export function deviceOfSignIn(
  clientCall: ClientCall,
  user: User,
): { readonly device: Device; readonly isNew: boolean } | undefined {
  const { state, pool, asAdmin } = clientCall
  if (!pool.settings.deviceConfiguration || asAdmin) return undefined
  const presented = presentedDevice(clientCall, user)
  if (presented) {
    presented.authenticatedAt = state.ports.now()
    return { device: presented, isNew: false }
  }
  const device = newDevice(pool.region, state.ports)
  // One that was never confirmed is of no use to anybody for long.
  const unconfirmed = user.devices.filter(({ verifier }) => !verifier)
  if (unconfirmed.length >= maxUnconfirmed)
    user.devices = user.devices.filter((one) => one !== unconfirmed[0])
  user.devices.push(device)
  return { device, isNew: true }
}
