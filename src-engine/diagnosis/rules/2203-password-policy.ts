import { act, awsCli, poolOption } from '../next-moves.ts'
import { textRule } from '../text-rule.ts'

export const passwordPolicy = textRule({
  code: 'AS2203',
  slug: 'input/password-policy',
  title: 'The new password breaks the pool’s policy',
  meaning:
    'Its length or its kinds of characters do not match the policy. The first part of the message differs by operation.',
  mended: 'Choose another; the rules are in Policies.PasswordPolicy.',
  sources: ['FS:25085332215', 'dataall#690'],
  titleOf: (message) => {
    const rule = /policy: (.+)/i.exec(message)?.[1]
    return rule === undefined ? undefined : `The new password breaks the policy: ${rule}`
  },
  next: (_, evidence) => [
    act('Enter another password', { do: 'edit input', field: 'NEW_PASSWORD' }),
    awsCli(evidence, 'describe-user-pool', poolOption(evidence)),
  ],
})
