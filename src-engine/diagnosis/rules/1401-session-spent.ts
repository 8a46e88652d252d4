import { lostResponse } from '../lost-response.ts'
import { act, advise } from '../next-moves.ts'
import { inRequest, refusalPlace } from '../place.ts'
import { defineRule } from '../rule.ts'

export const sessionSpent = defineRule({
  code: 'AS1401',
  slug: 'session/spent',
  title: 'The Session was already used',
  meaning:
    'A Session accepts one successful answer, and each response returns a new one. An application that keeps an older one, or sends a call twice, sends a used one.',
  recognised: 'The same Session in an earlier request of the trace.',
  fix: 'Send the Session of the newest response each time; start again.',
  excludedBy: 'A Session that no earlier call sent, and a repetition after a lost response.',
  sources: ['amplify-js#14330', 'amplify-js#5834', 'aws-sdk-ios#4964', 'cognito-facts 2.5'],
  look: (step, evidence) => {
    // The same message, for a reason that is no mistake of whoever keeps the Session.
    if (lostResponse(step, evidence)) return undefined
    const { session } = step
    const { steps } = evidence
    const earlier = steps.find(
      (one) => one.number < step.number && session !== undefined && one.session === session,
    )
    const newest = steps.findLast(
      ({ answer, number }) => number < step.number && answer?.kind === 'challenged',
    )
    const received = newest?.answer?.kind === 'challenged' ? newest.answer.session : undefined
    return {
      verdict: 'proved',
      ...(earlier && { title: `The Session was already used, in step ${String(earlier.number)}` }),
      evidence: [
        refusalPlace(step),
        ...(earlier && session !== undefined
          ? [
              inRequest(earlier, 'Session', session, 'Used here before', ''),
              inRequest(step, 'Session', session, 'Sent again here', received ?? 'the newest'),
            ]
          : []),
      ],
      next: [
        act('Start again', { do: 'retry' }),
        advise('In the application: keep only the Session of the newest response.'),
      ],
    }
  },
})
