import { act, advise } from '../next-moves.ts'
import { inRequest, inResponse } from '../place.ts'
import { defineRule } from '../rule.ts'

export const sessionOutdated = defineRule({
  code: 'AS1403',
  slug: 'session/outdated',
  title: 'An older Session was sent instead of the newest',
  meaning:
    'A wrong custom answer returns a new Session, and the old one becomes invalid. Sending it again is answered with “Invalid session for the user.”',
  recognised: 'The Session that was sent compared with the last received one.',
  fix: 'Send the Session of the newest response each time.',
  excludedBy: 'The last received Session.',
  sources: ['amplify-js#5834', 'amplify-js#10959', 'passwordless-email-auth#17'],
  look: (step, { steps }) => {
    const newest = steps.findLast(
      ({ answer, number }) =>
        number < step.number &&
        (answer?.kind === 'challenged' || answer?.kind === 'accepted') &&
        answer.session !== undefined,
    )
    const { answer } = newest ?? {}
    const received = answer && 'session' in answer ? answer.session : undefined
    if (!newest || received === undefined || step.session === undefined) return undefined
    const evidence = [
      inResponse(newest, 'Session', received, 'The newest Session'),
      inRequest(step, 'Session', step.session, 'The Session that was sent', received),
    ]
    if (step.session === received) return { verdict: 'excluded', evidence }
    const known = steps.some(
      ({ answer: earlier }) => earlier && 'session' in earlier && earlier.session === step.session,
    )
    return {
      verdict: known ? 'proved' : 'likely',
      ...(!known && { title: 'The Session was not received in this sign-in' }),
      evidence,
      next: [
        act('Start again', { do: 'retry' }),
        advise('In the application: keep the Session of the newest response, unchanged.'),
      ],
    }
  },
})
