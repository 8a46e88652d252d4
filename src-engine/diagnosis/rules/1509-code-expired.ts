import { act } from '../next-moves.ts'
import { refusalPlace } from '../place.ts'
import { defineRule } from '../rule.ts'

export const codeExpired = defineRule({
  code: 'AS1509',
  slug: 'code/expired',
  title: 'The code is too old, was already used, or was never requested',
  meaning:
    'A code works once, for a few minutes up to a day depending on its kind, and only until the next one is sent. Cognito has one message for all of these.',
  recognised: 'The service says so.',
  fix: 'Request a new code, and enter it.',
  excludedBy: 'Another message.',
  sources: ['FS:147556357', 'Developer guide, “Code delivery”'],
  look: (step) => {
    const again = resends[step.operation]
    return {
      verdict: 'proved',
      evidence: [refusalPlace(step)],
      next: [
        again === undefined
          ? act('Start again, which sends a new code', { do: 'retry' })
          : act('Request a new code', { do: 'call', operation: again }),
      ],
    }
  },
})

const resends: Readonly<Record<string, string>> = {
  ConfirmSignUp: 'ResendConfirmationCode',
  ConfirmForgotPassword: 'ForgotPassword',
  VerifyUserAttribute: 'GetUserAttributeVerificationCode',
}
