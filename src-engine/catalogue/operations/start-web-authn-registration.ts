import { defineOperation } from '../define-operation.ts'
import { accessTokenMember } from '../operation-fields.ts'

export const startWebAuthnRegistration = defineOperation({
  name: 'StartWebAuthnRegistration',
  title: 'Start a passkey registration',
  why: 'Returns the options with which an authenticator creates a passkey. The Devices, passkeys view performs both steps in one.',
  group: 'Passkeys',
  authorised: 'access token',
  fields: [accessTokenMember],
  effects: [],
  done: 'Options returned.',
})
