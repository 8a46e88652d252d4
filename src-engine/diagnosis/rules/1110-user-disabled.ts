import { awsCli, poolOption, readUser, userOption } from '../next-moves.ts'
import { textRule } from '../text-rule.ts'

export const userDisabled = textRule({
  code: 'AS1110',
  slug: 'account/disabled',
  title: 'The user is disabled',
  meaning: 'An administrator disabled this user, who cannot sign in with any flow or password.',
  fix: 'Enable the user if appropriate.',
  sources: ['FS:25085332215'],
  next: (step, evidence) => [
    awsCli(
      evidence,
      'admin-enable-user',
      { ...poolOption(evidence), ...userOption(step) },
      'uncertain',
    ),
    readUser(step, evidence),
  ],
})
