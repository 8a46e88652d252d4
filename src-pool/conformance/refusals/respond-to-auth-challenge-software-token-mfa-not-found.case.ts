import { refusing, signInCase } from '../sign-in-case.ts'
import { codeSent, password } from '../values.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'web-public',
  inputs: { USERNAME: 'sms-user', PASSWORD: password },
  injected: {
    RespondToAuthChallenge: refusing(
      'SoftwareTokenMFANotFoundException: Software Token MFA has not been enabled by the userPool',
    ),
  },
  steps: [{ pending: 'SMS_MFA', answer: { SMS_MFA_CODE: codeSent } }],
  end: 'SoftwareTokenMFANotFoundException: Software Token MFA has not been enabled by the userPool',
})
