import { deviceAnswer, trackedDevice } from '../account/devices.ts'
import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import { model, required } from '../requests/model.ts'
import { checkAccessToken } from '../tokens/check-access-token.ts'
import { defineOperation } from './operation.ts'

/** GetDevice: one confirmed device of the token's owner. */
export const getDevice = defineOperation(
  'GetDevice',
  { DeviceKey: required(model.deviceKey), AccessToken: model.token },
  async (state, { DeviceKey, AccessToken = refuse(refusals.accessTokenInvalid) }) => {
    const { user } = await checkAccessToken(state, AccessToken)
    return { Device: deviceAnswer(trackedDevice(user, DeviceKey)) }
  },
)
