import { advise } from '../next-moves.ts'
import { inResponse } from '../place.ts'
import { defineRule } from '../rule.ts'

export const totpNotVerified = defineRule({
  code: 'AS2304',
  slug: 'finding/totp-not-verified',
  title: 'The authenticator was not set up, although the call succeeded',
  meaning:
    'VerifySoftwareToken can refuse a code with status 200 and Status ERROR. Amplify and amazon-cognito-identity-js do not read Status: they report success, or go on with the challenge and show what that is refused with.',
  recognised: 'A Status other than SUCCESS in the response of VerifySoftwareToken.',
  fix: 'Enter the next code of the authenticator with the Session of this response, and check Status in the application.',
  excludedBy: 'Status SUCCESS.',
  sources: [
    'API reference, VerifySoftwareToken',
    'aws-amplify 6.22 and amazon-cognito-identity-js 6.3 (run here)',
  ],
  look: (step) => {
    if (step.operation !== 'VerifySoftwareToken' || step.answer?.kind !== 'accepted')
      return undefined
    const { Status: status } = step.answer.values
    if (status === undefined || status === 'SUCCESS') return undefined
    return {
      verdict: 'proved',
      evidence: [
        inResponse(
          step,
          'Status',
          status,
          `VerifySoftwareToken was answered 200 with Status ${status}`,
          'SUCCESS',
        ),
      ],
      next: [
        advise('Enter the next code of the authenticator, with the Session of this response.'),
        advise('In the application: treat a Status other than SUCCESS as a wrong code.'),
      ],
    }
  },
})
