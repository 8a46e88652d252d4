import { act, readUser } from '../next-moves.ts'
import { textRule } from '../text-rule.ts'

export const resetRequired = textRule({
  code: 'AS1112',
  slug: 'account/reset-required',
  title: 'The password must be reset first',
  meaning: 'An administrator reset the password, or the user was imported without one.',
  fix: 'Request a code with ForgotPassword, and set a new password with ConfirmForgotPassword.',
  sources: ['FS:70613010859', 'API reference, AdminResetUserPassword'],
  next: (step, evidence) => [
    act('Start “forgot password”', { do: 'call', operation: 'ForgotPassword' }),
    readUser(step, evidence),
  ],
})
