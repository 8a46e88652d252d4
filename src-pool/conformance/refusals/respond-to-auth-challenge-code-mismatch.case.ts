import { signInCase } from '../sign-in-case.ts'
import { otherCode, password } from '../values.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'web-public',
  given: { USERNAME: 'sms-user', PASSWORD: password },
  steps: [{ asked: 'SMS_MFA', answer: { SMS_MFA_CODE: otherCode } }],
  end: 'CodeMismatchException: Invalid code or auth state for the user.',
})
