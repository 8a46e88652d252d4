import { act } from '../next-moves.ts'
import { textRule } from '../text-rule.ts'

export const passwordHistory = textRule({
  code: 'AS2204',
  slug: 'input/password-history',
  title: 'The new password was used before',
  meaning: 'The pool keeps a password history, and refuses the last ones.',
  fix: 'Choose a password that this user has not used before.',
  sources: ['FS:19372138528'],
  next: () => [act('Enter another password', { do: 'edit input', field: 'NEW_PASSWORD' })],
})
