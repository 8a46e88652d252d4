import { act, advise } from '../next-moves.ts'
import { textRule } from '../text-rule.ts'

export const throttled = textRule({
  code: 'AS1902',
  slug: 'limit/throttled',
  title: 'The account’s request rate limit is reached',
  meaning:
    'Cognito limits requests for each category of operations, for the whole account and region.',
  mended: 'Back off with jitter; request a higher quota if it happens again.',
  sources: ['Developer guide, “Quotas”'],
  next: () => [
    act('Try again', { do: 'retry' }),
    advise('Check CallCount and ThrottleCount of the category in CloudWatch.'),
  ],
})
