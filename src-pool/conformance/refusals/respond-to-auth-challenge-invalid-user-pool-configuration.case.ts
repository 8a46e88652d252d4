import { refusing, signInCase } from '../sign-in-case.ts'
import { codeSent, password } from '../values.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'web-public',
  inputs: { USERNAME: 'sms-user', PASSWORD: password },
  injected: {
    RespondToAuthChallenge: refusing(
      'InvalidUserPoolConfigurationException: The user pool is not configured for this',
    ),
  },
  steps: [{ pending: 'SMS_MFA', answer: { SMS_MFA_CODE: codeSent } }],
  end: 'InvalidUserPoolConfigurationException: The user pool is not configured for this',
})
