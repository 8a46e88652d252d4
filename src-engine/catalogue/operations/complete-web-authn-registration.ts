import { defineOperation } from '../define-operation.ts'
import { accessTokenMember } from '../operation-fields.ts'
import { isJsonObject } from '../json-document.ts'

export const completeWebAuthnRegistration = defineOperation({
  name: 'CompleteWebAuthnRegistration',
  title: 'Register a passkey',
  why: 'Registers what the authenticator made from the options of StartWebAuthnRegistration.',
  group: 'Passkeys',
  authorised: 'access token',
  fields: [
    {
      name: 'Credential',
      label: 'Credential',
      control: 'json',
      sensitivity: 'secret',
      secretKind: 'signature',
      required: true,
      sent: true,
      help: 'The RegistrationResponseJSON that navigator.credentials.create() gives.',
      validationError: (value) =>
        isJsonObject(value)
          ? undefined
          : 'A JSON object is wanted, as toJSON() of the credential gives it.',
    },
    accessTokenMember,
  ],
  effects: [],
  done: 'Passkey registered.',
})
