import { signInCase } from '../sign-in-case.ts'
import { codeSent, password } from '../values.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'web-public',
  inputs: { USERNAME: 'sms-user', PASSWORD: password },
  faults: { throttling: ['RespondToAuthChallenge'] },
  steps: [{ pending: 'SMS_MFA', answer: { SMS_MFA_CODE: codeSent } }],
  end: 'TooManyRequestsException: Rate exceeded',
})
