import type { Flow } from './define-flow.ts'
import { sentPasswordField, usernameField } from './field.ts'
import { userPasswordAuth } from './flows/user-password-auth.ts'
import { passwordBegins } from './trigger-sequence.ts'

const refused =
  'Only AdminInitiateAuth takes this flow: a call signed with AWS credentials. InitiateAuth answers “Initiate Auth method not supported.”, so nothing is sent. Call as the administrator, or use USER_PASSWORD_AUTH as an app client does.'

/** What the two administrator's flows have in common: InitiateAuth takes neither. */
export const adminFlow: Omit<Flow, 'name' | 'title' | 'why'> = {
  appClientFlag: 'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  automatic: userPasswordAuth.automatic,
  fields: [usernameField, sentPasswordField],
  computed: [],
  refused,
  triggers: () => passwordBegins,
  parameters: ({ asAdmin, inputs }) =>
    asAdmin ? { values: inputs, shown: [] } : { missing: refused },
  hashName: userPasswordAuth.hashName,
}
