import type { Flow } from './define-flow.ts'
import { sentPasswordField, usernameField } from './field.ts'
import { passwordBegins } from './trigger-runs.ts'

const refused =
  'Only AdminInitiateAuth takes this flow: a signed call, made with AWS credentials. InitiateAuth answers “Initiate Auth method not supported.”, so nothing is sent. For an app client, take USER_PASSWORD_AUTH.'

/** What the two administrator's flows have in common: InitiateAuth takes neither. */
export const adminFlow: Omit<Flow, 'name' | 'title' | 'why'> = {
  appClientFlag: 'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  fields: [usernameField, sentPasswordField],
  made: [],
  refused,
  triggers: () => passwordBegins,
  parameters: () => ({ missing: refused }),
  // Nothing is sent, so nothing is hashed.
  hashName: () => '',
}
