import type { Device } from '#contract/routes/devices.ts'
import type { Operation } from '#engine/wire/request.ts'
import type { Devices } from './devices.ts'

/** A call that Cognito has accepted, with the public values that it was made with. */
export interface AcceptedCall {
  readonly profileId: string
  readonly operation: Operation
  /** By member, such as DeviceKey. */
  readonly inputs: Readonly<Record<string, string>>
}

/** What an accepted call says of the device that it names. */
function changeBy(
  { inputs, operation }: AcceptedCall,
  now: number,
): Parameters<Devices['change']>[1] | undefined {
  if (operation === 'ForgetDevice') return { staleSince: now }
  const status = inputs['DeviceRememberedStatus']
  const isStatus = status === 'remembered' || status === 'not_remembered'
  return operation === 'UpdateDeviceStatus' && isStatus ? { status } : undefined
}

/**
 * Writes down what an accepted call says of a device that is kept here: forgotten ones stay, as
 * stale ones.
 * @param now milliseconds since 1970
 * @returns the device as it is kept now; nothing where the call says nothing of one
 */
export async function changeByCall(
  devices: Pick<Devices, 'byKey' | 'change'>,
  call: AcceptedCall,
  now: number,
): Promise<Device | undefined> {
  const change = changeBy(call, now)
  const device = change && (await devices.byKey(call.profileId, call.inputs['DeviceKey'] ?? ''))
  return device && devices.change(device.id, change)
}
