import { advise, awsCli, poolOption } from '../next-moves.ts'
import { textRule } from '../text-rule.ts'

export const aliasTaken = textRule({
  code: 'AS1117',
  slug: 'account/alias-taken',
  title: 'The address or number is another user’s alias',
  meaning:
    'An alias belongs to one user only: the same person may have two users, one by sign-up and one by an identity provider.',
  fix: 'Use another value, remove it from the other user, or link the two.',
  sources: ['moto', 'Developer guide, “Managing errors”'],
  next: (_, evidence) => [
    awsCli(evidence, 'list-users', { ...poolOption(evidence), filter: undefined }),
    advise('Link the two users by admin-link-provider-for-user, or use another value.'),
  ],
})
