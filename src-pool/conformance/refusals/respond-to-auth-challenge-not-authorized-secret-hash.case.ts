import { signInCase } from '../sign-in-case.ts'
import { codeSent, password } from '../values.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'server-secret',
  inputs: { USERNAME: 'sms-user', PASSWORD: password },
  steps: [{ pending: 'SMS_MFA', answer: { SMS_MFA_CODE: codeSent, SECRET_HASH: 'd3Jvbmc=' } }],
  end: 'NotAuthorizedException: Unable to verify secret hash for client 2practiceserversecret00002',
})
