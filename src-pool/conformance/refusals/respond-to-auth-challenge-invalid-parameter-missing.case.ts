import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'web-public',
  inputs: { USERNAME: 'sms-user', PASSWORD: password },
  steps: [{ pending: 'SMS_MFA', answer: {} }],
  end: 'InvalidParameterException: Missing required parameter SMS_MFA_CODE',
})
