import { defineOperation } from '../define-operation.ts'
import { accessTokenMember, deviceKeyMember } from '../operation-fields.ts'

export const forgetDevice = defineOperation({
  name: 'ForgetDevice',
  title: 'Forget a device',
  why: 'Removes a device from the signed-in user. Its refresh tokens become invalid, and a sign-in with its key is refused.',
  group: 'Devices',
  authorised: 'access token',
  fields: [deviceKeyMember(), accessTokenMember],
  effects: [
    { kind: 'cannot be undone', text: 'The device has to be confirmed again, with another key.' },
  ],
  done: 'Device forgotten.',
})
