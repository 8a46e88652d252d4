import { signInCase } from '../sign-in-case.ts'
import { codeSent, password } from '../values.ts'

export default signInCase({
  flow: 'USER_AUTH',
  client: 'every-flow',
  inputs: { USERNAME: 'sms', PASSWORD: password, PREFERRED_CHALLENGE: 'PASSWORD' },
  steps: [
    {
      pending: 'SMS_MFA',
      parameters: { CODE_DELIVERY_DELIVERY_MEDIUM: 'SMS' },
      answer: { SMS_MFA_CODE: codeSent },
    },
  ],
  end: 'tokens',
})
