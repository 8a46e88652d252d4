import { act, advise } from '../next-moves.ts'
import { textRule } from '../text-rule.ts'

export const throttled = textRule({
  code: 'AS1902',
  slug: 'limit/throttled',
  title: 'The account’s request rate is used up',
  meaning:
    'Cognito limits requests for each category of operations, for the whole account and region.',
  mended: 'Back off with jitter; ask for a higher quota where it comes again.',
  sources: ['Developer guide, “Quotas”'],
  next: () => [
    act('Try again', { do: 'retry' }),
    advise('Look at CallCount and ThrottleCount of the category in CloudWatch.'),
  ],
})
