import { act, advise, readClient } from '../next-moves.ts'
import { inRequest, refusalPlace } from '../place.ts'
import { defineRule } from '../rule.ts'
import { shownDuration } from '../../units/duration.ts'

export const sessionExpired = defineRule({
  code: 'AS1402',
  slug: 'session/expired',
  title: 'The answer was sent after the Session had expired',
  meaning:
    'A challenge is valid for AuthSessionValidity of the app client: 3 minutes by default, at most 15.',
  recognised: 'The service says so; the trace has the time between challenge and answer.',
  fix: 'Start again and answer sooner, or raise AuthSessionValidity.',
  excludedBy: 'Another message.',
  sources: ['API reference, AuthSessionValidity', 'cognito-facts 2.5'],
  look: (step, evidence) => {
    const waited = step.challengedAt === undefined ? undefined : step.at - step.challengedAt
    return {
      verdict: 'proved',
      ...(waited !== undefined &&
        waited >= 60_000 && {
          title: `The answer was sent ${shownDuration(waited)} after the challenge`,
        }),
      evidence: [
        refusalPlace(step),
        ...(waited === undefined
          ? []
          : [
              inRequest(
                step,
                'Session',
                step.session ?? '',
                `Sent ${shownDuration(waited)} after it was received`,
                'less than AuthSessionValidity (3 min by default)',
              ),
            ]),
      ],
      next: [
        act('Start again', { do: 'retry' }),
        readClient(evidence),
        advise(
          'AuthSessionValidity of the app client can be 3 to 15 minutes; when you change it with update-user-pool-client, pass all other settings too.',
        ),
      ],
    }
  },
})
