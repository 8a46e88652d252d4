import { act, awsCli, poolOption } from '../next-moves.ts'
import { textRule } from '../text-rule.ts'

export const noCustomTrigger = textRule({
  code: 'AS1804',
  slug: 'trigger/no-custom-trigger',
  title: 'The pool has no trigger for a custom challenge',
  meaning:
    'CUSTOM_AUTH needs DefineAuthChallenge, CreateAuthChallenge and VerifyAuthChallengeResponse. Older Amplify versions switch to CUSTOM_AUTH when the password is empty.',
  fix: 'Set the triggers, or choose another flow; in an application, check that the password reaches the call.',
  sources: ['FS:6937919067', 'FS:4910849962'],
  next: (_, evidence) => [
    act('Sign in with USER_SRP_AUTH', { do: 'retry', flow: 'USER_SRP_AUTH' }),
    awsCli(evidence, 'describe-user-pool', poolOption(evidence)),
  ],
})
