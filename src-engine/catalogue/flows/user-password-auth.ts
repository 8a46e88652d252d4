import { defineFlow } from '../define-flow.ts'
import { sentPasswordField, usernameField } from '../field.ts'
import { revealText } from '../../secret/secret.ts'
import { passwordBegins } from '../trigger-sequence.ts'

export const userPasswordAuth = defineFlow({
  name: 'USER_PASSWORD_AUTH',
  title: 'Username and password',
  why: 'Sends the password itself, over TLS. The simplest flow, and the only public one in which a user migration trigger receives the password. Use it to tell a wrong password from a wrong SRP computation.',
  appClientFlag: 'ALLOW_USER_PASSWORD_AUTH',
  automatic: ['totp', 'device'],
  fields: [usernameField, sentPasswordField],
  computed: [],
  refusedAsAdmin:
    'AdminInitiateAuth answers this flow with “Initiate Auth method not supported.” (reported). Use ADMIN_USER_PASSWORD_AUTH, or call as the client.',
  triggers: () => passwordBegins,
  parameters: ({ inputs }) => ({ values: inputs, shown: [] }),
  hashName: (inputs) => revealText(inputs['USERNAME'] ?? ''),
})
