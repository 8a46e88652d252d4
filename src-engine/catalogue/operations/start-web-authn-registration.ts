import { defineOperation } from '../define-operation.ts'
import { accessTokenMember } from '../operation-fields.ts'

export const startWebAuthnRegistration = defineOperation({
  name: 'StartWebAuthnRegistration',
  title: 'Begin a passkey',
  why: 'Gives the options with which an authenticator makes a passkey. The view of devices and passkeys does both steps in one.',
  group: 'Passkeys',
  authorised: 'access token',
  fields: [accessTokenMember],
  effects: [],
  done: 'Options given.',
})
