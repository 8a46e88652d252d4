import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import { isSameText } from '../credentials/same-text.ts'
import { sendCode } from '../sign-in/send-code.ts'
import type { SessionChallenge } from './challenge.ts'

/** SMS_MFA: a code of six digits, sent to the phone number; here to the outbox. */
export const smsMfa: SessionChallenge = {
  name: 'SMS_MFA',
  requires: ['SMS_MFA_CODE'],
  prompt(clientCall, user) {
    const { code, parameters } = sendCode(clientCall, user, 'SMS', 6)
    return {
      next: 'challenge',
      challenge: 'SMS_MFA',
      parameters: { ...parameters, USER_ID_FOR_SRP: user.username },
      session: clientCall.state.sessions.issue(clientCall, user, 'SMS_MFA', { code }).text,
    }
  },
  answer(_call, user, { SMS_MFA_CODE = '' }, { code = '' }) {
    if (!isSameText(SMS_MFA_CODE, code)) refuse(refusals.codeWrong)
    return { passed: 'second factor', user, factor: 'sms' }
  },
}
