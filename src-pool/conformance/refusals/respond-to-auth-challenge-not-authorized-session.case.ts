import { signInCase } from '../sign-in-case.ts'
import { codeSent, password } from '../values.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'web-public',
  inputs: { USERNAME: 'sms-user', PASSWORD: password },
  steps: [{ pending: 'SMS_MFA', wait: 181, answer: { SMS_MFA_CODE: codeSent } }],
  end: 'NotAuthorizedException: Invalid session for the user, session is expired.',
})
