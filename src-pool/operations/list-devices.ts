import { deviceAnswer, trackedDevices } from '../account/devices.ts'
import { model, required } from '../requests/model.ts'
import { checkAccessToken } from '../tokens/check-access-token.ts'
import { defineOperation } from './operation.ts'

/** ListDevices: the confirmed devices of the token's owner, all on one page. */
export const listDevices = defineOperation(
  'ListDevices',
  {
    AccessToken: required(model.token),
    Limit: { kind: 'number', min: 0, max: 60 },
    PaginationToken: { kind: 'text', min: 1, pattern: '[\\S]+' },
  },
  async (state, { AccessToken, Limit }) => {
    const { user } = await checkAccessToken(state, AccessToken)
    // 0 is as good as none, and stands for the most there can be.
    return {
      Devices: trackedDevices(user)
        .slice(0, Limit || 60)
        .map(deviceAnswer),
    }
  },
)
