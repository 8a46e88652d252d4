import { act, advise } from '../next-moves.ts'
import { inResponse, refusalPlace } from '../place.ts'
import { defineRule } from '../rule.ts'

export const customFailed = defineRule({
  code: 'AS1801',
  slug: 'trigger/custom-failed',
  title: 'DefineAuthChallenge ended the sign-in as failed',
  meaning:
    'The trigger set failAuthentication, usually after its maximum number of wrong answers. Cognito answers as for a wrong password.',
  recognised: 'A refused CUSTOM_CHALLENGE; in the practice pool by what the trigger returned.',
  fix: 'Give the right answer, or check in its log how the trigger handles request.session.',
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
        advise('Read the log of DefineAuthChallenge: request.session has each answer so far.'),
      ],
    }
  },
})
