import { act, advise } from '../next-moves.ts'
import { inResponse, refusalPlace } from '../place.ts'
import { defineRule } from '../rule.ts'

export const customFailed = defineRule({
  code: 'AS1801',
  slug: 'trigger/custom-failed',
  title: 'DefineAuthChallenge ended the sign-in as failed',
  meaning:
    'The trigger set failAuthentication, mostly after as many wrong answers as it allows. Cognito words it like a wrong password.',
  recognised: 'A refused CUSTOM_CHALLENGE; in the practice pool by what the trigger returned.',
  mended: 'Answer rightly; or see what the trigger makes of request.session, in its log.',
  excludedBy: 'A sign-in that answers another challenge.',
  sources: ['amplify-js#5834', 'Developer guide, “Define Auth challenge Lambda trigger”'],
  look: (step) => {
    if (step.challenge !== 'CUSTOM_CHALLENGE') return undefined
    const run = step.triggers.findLast(({ trigger }) => trigger === 'DefineAuthChallenge')
    const failed = run?.body?.includes('"failAuthentication":true') ?? false
    return {
      verdict: failed ? 'proved' : 'likely',
      evidence: [
        ...(run && failed
          ? [
              inResponse(
                step,
                run.triggerSource,
                run.body ?? '',
                'The trigger set failAuthentication',
              ),
            ]
          : []),
        refusalPlace(step),
      ],
      next: [
        act('Start again', { do: 'retry' }),
        advise('Read the log of DefineAuthChallenge: request.session holds each answer so far.'),
      ],
    }
  },
})
