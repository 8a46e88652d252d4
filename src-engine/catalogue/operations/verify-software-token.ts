import { defineOperation } from '../define-operation.ts'
import { codeField } from '../field.ts'
import { accessTokenMember, sessionMember } from '../operation-fields.ts'

export const verifySoftwareToken = defineOperation({
  name: 'VerifySoftwareToken',
  title: 'Verify the authenticator app',
  why: 'Verifies the first code of the app, which registers it. SetUserMFAPreference then turns it on.',
  group: 'Factors',
  authorised: 'access token or session',
  fields: [
    codeField(
      'UserCode',
      6,
      'The code that the app shows now; computed from SecretCode of this trace on request.',
    ),
    {
      name: 'FriendlyDeviceName',
      label: 'Name of the app',
      control: 'text',
      sensitivity: 'personal',
      required: false,
      sent: true,
      help: 'Shown with later challenges as FRIENDLY_DEVICE_NAME.',
    },
    { ...accessTokenMember, required: false },
    sessionMember('From AssociateSoftwareToken, instead of the access token.'),
  ],
  effects: [],
  done: 'Authenticator app verified.',
})
