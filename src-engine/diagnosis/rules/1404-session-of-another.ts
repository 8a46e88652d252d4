import { sent } from '../evidence.ts'
import { act, advise } from '../next-moves.ts'
import { inRequest, inResponse, refusalPlace } from '../place.ts'
import { defineRule } from '../rule.ts'

export const sessionOfAnother = defineRule({
  code: 'AS1404',
  slug: 'session/of-another',
  title: 'The Session was not issued for this user, client or pool',
  meaning:
    'A Session is valid only for the user and the app client that it was issued to, and only unchanged.',
  recognised: 'USERNAME or ClientId of the answer compared with those of the challenge.',
  fix: 'Answer with USERNAME = USER_ID_FOR_SRP and the client ID of the first call.',
  excludedBy: 'The username and the client ID of the challenge.',
  sources: ['cognito-facts 2.5', 'FS:25085332215'],
  look: (step, { steps }) => {
    const first = steps.find(({ number }) => number < step.number)
    if (!first)
      return {
        verdict: 'likely',
        title: 'The Session comes from elsewhere: no call before this one is in the trace',
        evidence: [refusalPlace(step)],
        next: [act('Start again', { do: 'retry' })],
      }
    const [client, other] = [sent(first, 'ClientId'), sent(step, 'ClientId')]
    const next = [
      act('Start again', { do: 'retry' }),
      advise('In the application: answer with the client ID and the username of the challenge.'),
    ]
    if (client !== undefined && other !== undefined && client !== other)
      return {
        verdict: 'proved',
        title: 'The answer was sent to another app client than the challenge’s',
        evidence: [
          inRequest(step, 'ClientId', other, 'A different client than in the first call', client),
        ],
        next,
      }
    const [expected, username] = [
      step.challengeParameters['USER_ID_FOR_SRP'] ?? sent(first, 'USERNAME'),
      sent(step, 'USERNAME'),
    ]
    if (expected === undefined || username === undefined) return undefined
    const same = expected === username
    return {
      verdict: same ? 'excluded' : 'possible',
      evidence: [
        inResponse(first, 'USER_ID_FOR_SRP', expected, 'The challenge’s user or client'),
        inRequest(step, 'USERNAME', username, 'Who answered', expected),
      ],
      ...(!same && { next }),
    }
  },
})
