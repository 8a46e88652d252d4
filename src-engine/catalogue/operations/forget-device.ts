import { defineOperation } from '../define-operation.ts'
import { accessTokenMember, deviceKeyMember } from '../operation-fields.ts'

export const forgetDevice = defineOperation({
  name: 'ForgetDevice',
  title: 'Forget a device',
  why: 'Takes a device away from the user who is signed in. Its refresh tokens are dead, and a sign-in with its key is refused.',
  group: 'Devices',
  authorised: 'access token',
  fields: [deviceKeyMember(), accessTokenMember],
  effects: [
    { kind: 'cannot be undone', text: 'The device has to be confirmed again, under another key.' },
  ],
  done: 'Device forgotten.',
})
