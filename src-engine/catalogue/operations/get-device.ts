import { defineOperation } from '../define-operation.ts'
import { accessTokenMember, deviceKeyMember } from '../operation-fields.ts'

export const getDevice = defineOperation({
  name: 'GetDevice',
  title: 'Read a device',
  why: 'Reads one device of the signed-in user.',
  group: 'Devices',
  authorised: 'access token',
  fields: [deviceKeyMember(), accessTokenMember],
  effects: [],
  done: 'Device read.',
})
