import { awsCli, poolOption, readUser, userOption } from '../next-moves.ts'
import { textRule } from '../text-rule.ts'

export const temporaryPasswordExpired = textRule({
  code: 'AS1113',
  slug: 'account/temporary-password-expired',
  title: 'The temporary password has expired',
  meaning:
    'The user never signed in with the temporary password while it was valid: TemporaryPasswordValidityDays, 7 by default.',
  fix: 'Send a new one, or set a permanent password.',
  sources: ['FS:8122527045', 'FS:17640553559'],
  next: (step, evidence) => [
    awsCli(
      evidence,
      'admin-create-user',
      { ...poolOption(evidence), ...userOption(step), 'message-action': 'RESEND' },
      'uncertain',
    ),
    readUser(step, evidence),
  ],
})
