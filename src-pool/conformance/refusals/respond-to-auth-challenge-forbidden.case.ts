import { signInCase } from '../sign-in-case.ts'
import { codeSent, password } from '../values.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'web-public',
  given: { USERNAME: 'sms-user', PASSWORD: password },
  troubles: { 'waf-block': ['RespondToAuthChallenge'] },
  onlyByClient: 'AWS WAF looks at the calls of clients alone.',
  steps: [{ asked: 'SMS_MFA', answer: { SMS_MFA_CODE: codeSent } }],
  end: 'ForbiddenException: Request not allowed due to WAF block.',
})
