import { signInCase } from '../sign-in-case.ts'
import { codeSent, password } from '../values.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'web-public',
  inputs: { USERNAME: 'sms-user', PASSWORD: password },
  faults: { 'waf-block': ['RespondToAuthChallenge'] },
  onlyByClient: 'AWS WAF looks at the calls of clients alone.',
  steps: [{ pending: 'SMS_MFA', answer: { SMS_MFA_CODE: codeSent } }],
  end: 'ForbiddenException: Request not allowed due to WAF block.',
})
