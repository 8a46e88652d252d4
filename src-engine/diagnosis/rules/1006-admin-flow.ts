import { act } from '../next-moves.ts'
import { textRule } from '../text-rule.ts'

export const adminFlow = textRule({
  code: 'AS1006',
  slug: 'client/admin-flow',
  title: 'This flow belongs to the other of the two operations',
  meaning:
    'InitiateAuth takes no flow whose name begins with ADMIN_, and AdminInitiateAuth no USER_PASSWORD_AUTH.',
  mended:
    'Use USER_PASSWORD_AUTH as the app client, and ADMIN_USER_PASSWORD_AUTH with AWS credentials.',
  sources: ['moto'],
  next: () => [act('Sign in by USER_PASSWORD_AUTH', { do: 'retry', flow: 'USER_PASSWORD_AUTH' })],
})
