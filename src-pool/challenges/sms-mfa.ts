import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import { isSameText } from '../sign-in/same-text.ts'
import { maskedPhone } from '../state/outbox.ts'
import type { SessionChallenge } from './challenge.ts'

/** SMS_MFA: a code of six digits, sent to the phone number; here to the outbox. */
export const smsMfa: SessionChallenge = {
  name: 'SMS_MFA',
  requires: ['SMS_MFA_CODE'],
  ask(place, user) {
    const { state, pool } = place
    const destination = user.attributes.phone_number ?? ''
    const number = Buffer.from(state.ports.randomBytes(4)).readUInt32BE() % 1_000_000
    const code = String(number).padStart(6, '0')
    state.send({
      sentAt: state.ports.now(),
      userPoolId: pool.id,
      username: user.username,
      medium: 'SMS',
      destination,
      code,
      text: `Your authentication code is ${code}.`,
    })
    return {
      next: 'challenge',
      challenge: 'SMS_MFA',
      parameters: {
        CODE_DELIVERY_DELIVERY_MEDIUM: 'SMS',
        CODE_DELIVERY_DESTINATION: maskedPhone(destination),
        USER_ID_FOR_SRP: user.username,
      },
      session: state.sessions.issue(place, user, 'SMS_MFA', code).text,
    }
  },
  answer(_place, user, { SMS_MFA_CODE = '' }, { code = '' }) {
    if (!isSameText(SMS_MFA_CODE, code)) refuse(refusals.codeWrong)
    return { passed: 'second factor', user }
  },
}
