import { act, readUser } from '../next-moves.ts'
import { textRule } from '../text-rule.ts'

export const codeUserUnknown = textRule({
  code: 'AS1115',
  slug: 'account/code-user-unknown',
  title: 'No such user, or a client of another pool',
  meaning:
    'The pool of this app client has no user with that name, and the client allows Cognito to say so (PreventUserExistenceErrors=LEGACY).',
  fix: 'Compare the username and the client ID.',
  sources: ['FX forgot-password.unknown-user'],
  next: (step, evidence) => [
    act('Check the username', { do: 'edit input', field: 'Username' }),
    readUser(step, evidence),
  ],
})
