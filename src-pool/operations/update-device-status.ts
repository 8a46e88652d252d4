import { deviceRefusals } from '../refusals/devices.ts'
import { refuse } from '../refusals/refusal.ts'
import { model, required } from '../requests/model.ts'
import { checkAccessToken } from '../tokens/check-access-token.ts'
import { defineOperation } from './operation.ts'

/** UpdateDeviceStatus: whether a confirmed device is remembered. */
export const updateDeviceStatus = defineOperation(
  'UpdateDeviceStatus',
  {
    AccessToken: required(model.token),
    DeviceKey: required(model.deviceKey),
    DeviceRememberedStatus: { kind: 'text', values: ['remembered', 'not_remembered'] },
  },
  async (state, { AccessToken, DeviceKey, DeviceRememberedStatus }) => {
    const { user } = await checkAccessToken(state, AccessToken)
    const device = user.devices.find(({ key }) => key === DeviceKey)
    if (!device?.verifier) return refuse(deviceRefusals.deviceKeyInvalid)
    device.remembered = DeviceRememberedStatus === 'remembered'
    device.modifiedAt = state.ports.now()
    return {}
  },
)
