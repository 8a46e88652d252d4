import { defineOperation } from '../define-operation.ts'
import { accessTokenMember } from '../operation-fields.ts'

export const deleteWebAuthnCredential = defineOperation({
  name: 'DeleteWebAuthnCredential',
  title: 'Delete a passkey',
  why: 'Deletes a passkey of the signed-in user.',
  group: 'Passkeys',
  authorised: 'access token',
  fields: [
    {
      name: 'CredentialId',
      label: 'Credential ID',
      control: 'text',
      sensitivity: 'personal',
      required: true,
      sent: true,
      help: 'As returned by ListWebAuthnCredentials.',
    },
    accessTokenMember,
  ],
  effects: [
    {
      kind: 'cannot be undone',
      text: 'The authenticator may still offer the passkey; Cognito refuses it.',
    },
  ],
  done: 'Passkey deleted.',
})
