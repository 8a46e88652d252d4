import { signInCase } from '../sign-in-case.ts'
import { codeSent, password } from '../values.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'web-public',
  inputs: { USERNAME: 'sms-user', PASSWORD: password },
  steps: [
    {
      pending: 'SMS_MFA',
      parameters: { CODE_DELIVERY_DELIVERY_MEDIUM: 'SMS' },
      answer: { SMS_MFA_CODE: codeSent },
    },
  ],
  end: 'tokens',
})
