import { lostResponse } from '../lost-response.ts'
import { act, advise } from '../next-moves.ts'
import { refusalPlace } from '../place.ts'
import { defineRule } from '../rule.ts'

export const responseLost = defineRule({
  code: 'AS1405',
  slug: 'session/response-lost',
  title: 'The response to the first try was lost, and the answer was sent again',
  meaning:
    'Cognito accepted the answer, but the connection broke before its response arrived. The AWS SDKs and Amplify then repeat the call without saying so, and the Session has been used by then. The code or password was right.',
  recognised:
    'An attempt, or a call with the same Session, that ended without a whole response before this one.',
  fix: 'Start the sign-in again. In the application, treat this message after a network error as a lost connection, or allow one attempt for RespondToAuthChallenge.',
  excludedBy: 'A first call with this Session, or one that was answered.',
  sources: ['@aws-sdk/client-cognito-identity-provider 3.1169 and aws-amplify 6.22 (run here)'],
  look: (step, evidence) => {
    const lost = lostResponse(step, evidence)
    if (!lost) return undefined
    return {
      verdict: 'proved',
      evidence: [...lost, refusalPlace(step)],
      next: [
        act('Start again', { do: 'retry' }),
        advise('In the application: send RespondToAuthChallenge once, without retries of the SDK.'),
      ],
    }
  },
})
