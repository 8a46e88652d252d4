import { awsCli, poolOption, readUser } from '../next-moves.ts'
import { textRule } from '../text-rule.ts'

export const choiceUnavailable = textRule({
  code: 'AS2209',
  slug: 'input/choice-unavailable',
  title: 'That factor is not available to this user',
  meaning:
    'It is not among AvailableChallenges: the pool’s SignInPolicy lacks it, or the user has no verified contact or passkey for it, or must still change a temporary password.',
  fix: 'Choose one of AvailableChallenges; allow the factor in AllowedFirstAuthFactors.',
  sources: ['FS:57758647351', 'FS:25903314422'],
  next: (step, evidence) => [
    readUser(step, evidence),
    awsCli(evidence, 'describe-user-pool', poolOption(evidence)),
  ],
})
