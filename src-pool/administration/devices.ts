import { deviceAnswer, trackedDevice, trackedDevices } from '../account/devices.ts'
import type { Operation } from '../operations/operation.ts'
import { model, required } from '../requests/model.ts'
import { page } from '../requests/page.ts'
import { administrative, ofUser, userInPool } from './administrative-operation.ts'

/** What an administrator does with a user's devices. */
export const deviceOperations: readonly Operation[] = [
  administrative(
    'AdminListDevices',
    {
      ...ofUser,
      Limit: { kind: 'number', min: 0, max: 60 },
      PaginationToken: { kind: 'text', min: 1, pattern: '[\\S]+' },
    },
    (state, input) => {
      const devices = trackedDevices(userInPool(state, input).user)
      const { items, next } = page(devices, input.Limit, input.PaginationToken)
      return {
        Devices: items.map(deviceAnswer),
        ...(next === undefined ? {} : { PaginationToken: next }),
      }
    },
  ),

  administrative(
    'AdminForgetDevice',
    { ...ofUser, DeviceKey: required(model.deviceKey) },
    (state, input) => {
      const { user } = userInPool(state, input)
      const forgotten = trackedDevice(user, input.DeviceKey)
      user.devices = user.devices.filter((device) => device !== forgotten)
      return undefined
    },
  ),

  administrative(
    'AdminGetDevice',
    { ...ofUser, DeviceKey: required(model.deviceKey) },
    (state, input) => ({
      Device: deviceAnswer(trackedDevice(userInPool(state, input).user, input.DeviceKey)),
    }),
  ),

  administrative(
    'AdminUpdateDeviceStatus',
    {
      ...ofUser,
      DeviceKey: required(model.deviceKey),
      DeviceRememberedStatus: { kind: 'text', values: ['remembered', 'not_remembered'] },
    },
    (state, input) => {
      const device = trackedDevice(userInPool(state, input).user, input.DeviceKey)
      device.remembered = input.DeviceRememberedStatus === 'remembered'
      device.modifiedAt = state.ports.now()
      return {}
    },
  ),
]
