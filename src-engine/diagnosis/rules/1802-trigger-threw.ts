import { awsCli, advise, poolOption } from '../next-moves.ts'
import { inResponse, refusalPlace } from '../place.ts'
import { defineRule } from '../rule.ts'

export const triggerThrew = defineRule({
  code: 'AS1802',
  slug: 'trigger/threw',
  title: 'A Lambda trigger threw an error',
  meaning:
    'The function refused on purpose or has a bug; the message after “failed with error” is its own. The sign-in does not continue.',
  recognised: 'The message names the trigger; the practice pool shows its execution.',
  fix: 'Read its log in CloudWatch, and change what it checks. ClientMetadata of InitiateAuth reaches PreAuthentication only as validationData.',
  excludedBy: 'Another message.',
  sources: ['passwordless-email-auth#17', 'amplify-js#14376'],
  look: (step, evidence) => {
    const message = step.refusal?.message ?? ''
    const [, trigger, error] = /^(\w+) failed with error (.*)$/is.exec(message) ?? []
    const run = step.triggers.findLast(({ refusal }) => refusal !== undefined)
    const printed = run?.console.at(-1)
    return {
      verdict: 'proved',
      ...(trigger !== undefined && {
        title: `The trigger ${trigger} threw: ${(error ?? '').replace(/\.$/, '')}`,
      }),
      evidence: [
        refusalPlace(step),
        ...(run && printed !== undefined
          ? [inResponse(step, run.triggerSource, printed, 'What the trigger printed last')]
          : []),
      ],
      next: [
        advise(
          `Read the log of ${trigger ?? 'the trigger'} in CloudWatch, /aws/lambda/<function>.`,
        ),
        awsCli(evidence, 'describe-user-pool', poolOption(evidence)),
      ],
    }
  },
})
