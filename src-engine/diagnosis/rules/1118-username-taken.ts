import { act } from '../next-moves.ts'
import { textRule } from '../text-rule.ts'

export const usernameTaken = textRule({
  code: 'AS1118',
  slug: 'account/username-taken',
  title: 'The user already exists',
  meaning:
    'Someone already signed up with this name, address or number, and perhaps never confirmed it.',
  fix: 'Confirm that sign-up, or use ForgotPassword.',
  sources: ['FX sign-up.error.username-exists', 'FS:147556357'],
  next: () => [
    act('Send the confirmation code again', { do: 'call', operation: 'ResendConfirmationCode' }),
    act('Start “forgot password”', { do: 'call', operation: 'ForgotPassword' }),
  ],
})
