import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import { isSameText } from '../credentials/same-text.ts'
import { sendCode, type Addressee } from '../sign-in/send-code.ts'
import type { ChallengeStep } from '../sign-in/step.ts'
import type { ClientCall } from '../state/practice-state.ts'
import type { SessionChallenge } from './challenge.ts'

/** SMS_OTP: a text message with eight digits is the first factor. */
export const smsOtp: SessionChallenge = {
  name: 'SMS_OTP',
  requires: ['SMS_OTP_CODE'],
  prompt: (clientCall, user) => smsOtpFirst(clientCall, user),
  answer(_call, user, { SMS_OTP_CODE = '' }, { code = '' }) {
    if (!isSameText(SMS_OTP_CODE, code)) refuse(refusals.codeWrong)
    return { passed: 'first factor', user, factor: 'sms' }
  },
}

/** SMS_OTP for a user, or for a name that nobody has. */
export function smsOtpFirst(clientCall: ClientCall, to: Addressee): ChallengeStep {
  const { code, parameters } = sendCode(clientCall, to, 'SMS', 8)
  const session = clientCall.state.sessions.issue(clientCall, to, 'SMS_OTP', { code }).text
  return { next: 'challenge', challenge: 'SMS_OTP', parameters, session }
}
