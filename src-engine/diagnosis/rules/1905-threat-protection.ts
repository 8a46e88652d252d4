import { awsCli, poolOption, userOption } from '../next-moves.ts'
import { textRule } from '../text-rule.ts'

export const threatProtection = textRule({
  code: 'AS1905',
  slug: 'limit/threat-protection',
  title: 'Threat protection refused the sign-in',
  meaning: 'It knows that the password was leaked, or rates this device and address as too risky.',
  fix: 'Reset the password, or lower the action in the risk configuration.',
  sources: ['FS:13047513602', 'FS:63161698984'],
  next: (step, evidence) => [
    awsCli(evidence, 'admin-list-user-auth-events', {
      ...poolOption(evidence),
      ...userOption(step),
    }),
    awsCli(evidence, 'describe-risk-configuration', poolOption(evidence)),
  ],
})
