import { trackedDevice } from '../account/devices.ts'
import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import { model, required } from '../requests/model.ts'
import { checkAccessToken } from '../tokens/check-access-token.ts'
import { defineOperation } from './operation.ts'

/** ForgetDevice: a device of the token's owner is tracked no more. */
export const forgetDevice = defineOperation(
  'ForgetDevice',
  { AccessToken: model.token, DeviceKey: required(model.deviceKey) },
  async (state, { AccessToken = refuse(refusals.accessTokenInvalid), DeviceKey }) => {
    const { user } = await checkAccessToken(state, AccessToken)
    const forgotten = trackedDevice(user, DeviceKey)
    user.devices = user.devices.filter((device) => device !== forgotten)
    return undefined
  },
)
