import { lostResponse } from '../lost-response.ts'
import { act, advise } from '../next-moves.ts'
import { refusalPlace } from '../place.ts'
import { defineRule } from '../rule.ts'

export const refreshReused = defineRule({
  code: 'AS1606',
  slug: 'token/refresh-reused',
  title: 'The refresh token was replaced by rotation',
  meaning:
    'With rotation on, a refresh returns a new refresh token, and the old one becomes invalid after its grace period. If that response is lost, and the client repeats the call after the grace period, the user has to sign in again.',
  recognised:
    'The service says so in its error message; an earlier attempt without a whole response shows that the new token was lost.',
  mended:
    'Keep the refresh token of the newest response; refresh in one place only; allow a grace period for lost responses.',
  excludedBy: 'Another message.',
  sources: ['API reference, RefreshTokenReuseException', 'aws-sdk-js-v3#7162', 'amplify-js#14396'],
  look: (step, evidence) => {
    const lost = lostResponse(step, evidence)
    const signIn = act('Sign in again', { do: 'retry', flow: 'USER_SRP_AUTH' })
    if (!lost)
      return {
        verdict: 'proved',
        evidence: [refusalPlace(step)],
        next: [
          advise('Replace the stored refresh token with the one that each refresh returns.'),
          signIn,
        ],
      }
    return {
      verdict: 'proved',
      title: 'The response with the new refresh token was lost, and the old one was sent again',
      evidence: [...lost, refusalPlace(step)],
      next: [advise('On the app client: allow a RetryGracePeriodSeconds, at most 60.'), signIn],
    }
  },
})
