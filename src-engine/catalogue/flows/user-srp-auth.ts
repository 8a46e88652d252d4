import { revealText } from '../../secret/secret.ts'
import { defineFlow } from '../define-flow.ts'
import { provedPasswordField, usernameField } from '../field.ts'
import { srpA, withSrpA } from '../srp-a.ts'
import { proofBegins } from '../trigger-sequence.ts'

export const userSrpAuth = defineFlow({
  name: 'USER_SRP_AUTH',
  title: 'Username and password by SRP',
  why: 'Proves that the client knows the password without sending it. The default of Amplify and the mobile SDKs.',
  appClientFlag: 'ALLOW_USER_SRP_AUTH',
  automatic: ['srp', 'totp', 'device'],
  fields: [usernameField, provedPasswordField],
  computed: [srpA],
  triggers: () => proofBegins,
  parameters: ({ inputs: { PASSWORD: _neverSent, ...sent }, ports }) => withSrpA(sent, ports),
  hashName: (inputs) => revealText(inputs['USERNAME'] ?? ''),
})
