import { deviceAnswer, trackedDevices } from '../account/devices.ts'
import { model, required } from '../requests/model.ts'
import { page } from '../requests/page.ts'
import { checkAccessToken } from '../tokens/check-access-token.ts'
import { defineOperation } from './operation.ts'

/** ListDevices: the confirmed devices of the token's owner, a page at a time. */
export const listDevices = defineOperation(
  'ListDevices',
  {
    AccessToken: required(model.token),
    Limit: { kind: 'number', min: 0, max: 60 },
    PaginationToken: { kind: 'text', min: 1, pattern: '[\\S]+' },
  },
  async (state, { AccessToken, Limit, PaginationToken }) => {
    const { user } = await checkAccessToken(state, AccessToken)
    const { items, next } = page(trackedDevices(user), Limit, PaginationToken)
    return {
      Devices: items.map(deviceAnswer),
      ...(next === undefined ? {} : { PaginationToken: next }),
    }
  },
)
