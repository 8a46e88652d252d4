import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import type { SessionChallenge } from './challenge.ts'

/**
 * MFA_SETUP: the pool requires a second factor and the user has none. The factor is made by
 * AssociateSoftwareToken and VerifySoftwareToken, whose session then answers this challenge.
 */
export const mfaSetup: SessionChallenge = {
  name: 'MFA_SETUP',
  requires: [],
  prompt(clientCall, user) {
    return {
      next: 'challenge',
      challenge: 'MFA_SETUP',
      parameters: {
        MFAS_CAN_SETUP: JSON.stringify(clientCall.pool.settings.mfaMethods),
        USER_ID_FOR_SRP: user.username,
      },
      session: clientCall.state.sessions.issue(clientCall, user, 'MFA_SETUP').text,
    }
  },
  answer(clientCall, user, { EMAIL }) {
    if (EMAIL && clientCall.pool.settings.mfaMethods.includes('EMAIL_OTP')) {
      user.attributes.email = EMAIL
      user.attributes.email_verified = 'false'
      return { passed: 'choice', user, method: 'EMAIL_OTP' }
    }
    if (!user.softwareToken) refuse(refusals.sessionInvalid)
    return { passed: 'set-up', user, factor: 'otp' }
  },
}
