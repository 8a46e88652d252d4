import { defineOperation } from '../define-operation.ts'
import { accessTokenMember } from '../operation-fields.ts'
import { isJsonObject } from '../json-document.ts'

export const completeWebAuthnRegistration = defineOperation({
  name: 'CompleteWebAuthnRegistration',
  title: 'Register a passkey',
  why: 'Registers the credential that the authenticator created from the options of StartWebAuthnRegistration.',
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
      help: 'The RegistrationResponseJSON that navigator.credentials.create() returns.',
      validationError: (value) =>
        isJsonObject(value)
          ? undefined
          : 'Enter a JSON object, as returned by toJSON() of the credential.',
    },
    accessTokenMember,
  ],
  effects: [],
  done: 'Passkey registered.',
})
