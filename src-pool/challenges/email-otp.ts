import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import { isSameText } from '../credentials/same-text.ts'
import { sendCode, type Addressee } from '../sign-in/send-code.ts'
import type { ChallengeStep } from '../sign-in/step.ts'
import type { ClientCall } from '../state/practice-state.ts'
import type { SessionChallenge } from './challenge.ts'

/** EMAIL_OTP as second factor: a code of six digits by email; here to the outbox. */
export const emailOtp: SessionChallenge = {
  name: 'EMAIL_OTP',
  requires: ['EMAIL_OTP_CODE'],
  prompt(clientCall, user) {
    const { code, parameters } = sendCode(clientCall, user, 'EMAIL', 6)
    return {
      next: 'challenge',
      challenge: 'EMAIL_OTP',
      parameters: { ...parameters, USER_ID_FOR_SRP: user.username },
      session: clientCall.state.sessions.issue(clientCall, user, 'EMAIL_OTP', { code }).text,
    }
  },
  answer({ passedFactors }, user, { EMAIL_OTP_CODE = '' }, { code = '' }) {
    if (!isSameText(EMAIL_OTP_CODE, code)) refuse(refusals.codeWrong)
    // A code that arrived proves the address.
    user.attributes.email_verified = 'true'
    const passed = passedFactors.factors.length === 0 ? 'first factor' : 'second factor'
    return { passed, user, factor: 'email_otp' }
  },
}

/** EMAIL_OTP as first factor: eight digits, and not a word of whom it is about. */
export function emailOtpFirst(clientCall: ClientCall, to: Addressee): ChallengeStep {
  const { code, parameters } = sendCode(clientCall, to, 'EMAIL', 8)
  const session = clientCall.state.sessions.issue(clientCall, to, 'EMAIL_OTP', { code }).text
  return { next: 'challenge', challenge: 'EMAIL_OTP', parameters, session }
}
