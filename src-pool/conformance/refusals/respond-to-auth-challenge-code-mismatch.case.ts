import { signInCase } from '../sign-in-case.ts'
import { otherCode, password } from '../values.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'web-public',
  inputs: { USERNAME: 'sms-user', PASSWORD: password },
  steps: [{ pending: 'SMS_MFA', answer: { SMS_MFA_CODE: otherCode } }],
  end: 'CodeMismatchException: Invalid code or auth state for the user.',
})
