import { factAmong } from '../../facts/facts-of.ts'
import { throttlingFact } from '../../facts/throttling.ts'
import { act, advise } from '../next-moves.ts'
import { inFact, refusalPlace } from '../place.ts'
import { defineRule } from '../rule.ts'

export const throttled = defineRule({
  code: 'AS1902',
  slug: 'limit/throttled',
  title: 'The account’s request rate limit is reached',
  meaning:
    'Cognito limits requests for each category of operations, for the whole account and region.',
  recognised: 'The service says so; other runs of the last minute that were throttled, too.',
  fix: 'Back off with jitter; request a higher quota if it happens again.',
  excludedBy: 'Another exception.',
  sources: ['Developer guide, “Quotas”'],
  look: (step, { known }) => {
    const others = factAmong(known, throttlingFact)
    const { calls = 0, throttled: count = 0 } = others ?? {}
    const shares = `${String(count)} of ${String(calls)} calls`
    return {
      verdict: 'proved',
      ...(count > 0 && {
        title: `The account’s request rate limit is reached: ${shares} of other runs were throttled, too`,
      }),
      evidence: [
        refusalPlace(step),
        ...(count > 0
          ? [
              inFact(
                { number: 0 },
                throttlingFact,
                count,
                `Within the minute before, ${shares} of other runs were throttled`,
              ),
            ]
          : []),
      ],
      next: [
        act('Try again', { do: 'retry' }),
        advise('Check CallCount and ThrottleCount of the category in CloudWatch.'),
      ],
    }
  },
})
