import { z } from 'zod/mini'
import { defineTrigger, flag, optionalText } from './trigger.ts'

/** One round of a custom sign-in, as DefineAuthChallenge and CreateAuthChallenge see it. */
export interface ChallengeResult {
  readonly challengeName:
    | 'CUSTOM_CHALLENGE'
    | 'SRP_A'
    | 'PASSWORD_VERIFIER'
    | 'SMS_MFA'
    | 'EMAIL_OTP'
    | 'SOFTWARE_TOKEN_MFA'
  readonly challengeResult: boolean
  readonly challengeMetadata?: string
}

/** DefineAuthChallenge: what comes next in CUSTOM_AUTH. */
export const defineAuthChallenge = defineTrigger({
  name: 'DefineAuthChallenge',
  purpose:
    'In CUSTOM_AUTH, before each round: asks for another (CUSTOM_CHALLENGE, or SMS_MFA, EMAIL_OTP, SOFTWARE_TOKEN_MFA), issues tokens, or fails.',
  sources: ['DefineAuthChallenge_Authentication'],
  sampleRequest: { session: [] },
  emptyResponse: { challengeName: null, issueTokens: null, failAuthentication: null },
  response: z.object({ challengeName: optionalText, issueTokens: flag, failAuthentication: flag }),
  template: `// Three wrong answers fail; where the sign-in begins with SRP_A, the password comes first.
exports.handler = async (event) => {
  const { session } = event.request
  const last = session[session.length - 1]
  if (last && last.challengeName === 'SRP_A') {
    event.response.challengeName = 'PASSWORD_VERIFIER'
  } else if (last && last.challengeName === 'CUSTOM_CHALLENGE' && last.challengeResult) {
    event.response.issueTokens = true
  } else if (session.filter((round) => !round.challengeResult).length >= 3) {
    event.response.failAuthentication = true
  } else {
    event.response.challengeName = 'CUSTOM_CHALLENGE'
  }
  return event
}
`,
})
