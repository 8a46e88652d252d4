import { act } from '../next-moves.ts'
import { textRule } from '../text-rule.ts'

export const adminFlow = textRule({
  code: 'AS1006',
  slug: 'client/admin-flow',
  title: 'This flow belongs to the other operation',
  meaning:
    'InitiateAuth does not accept flows whose names begin with ADMIN_, and AdminInitiateAuth does not accept USER_PASSWORD_AUTH.',
  fix: 'Use USER_PASSWORD_AUTH as the app client, and ADMIN_USER_PASSWORD_AUTH with AWS credentials.',
  sources: ['moto'],
  next: () => [act('Sign in with USER_PASSWORD_AUTH', { do: 'retry', flow: 'USER_PASSWORD_AUTH' })],
})
