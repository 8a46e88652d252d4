import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'web-public',
  inputs: { USERNAME: 'sms-user', PASSWORD: password },
  faults: { 'waf-block': ['InitiateAuth'] },
  onlyByClient: 'AWS WAF looks at the calls of clients alone.',
  steps: [],
  end: 'ForbiddenException: Request not allowed due to WAF block.',
})
