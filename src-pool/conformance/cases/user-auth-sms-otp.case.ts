import { signInCase } from '../sign-in-case.ts'
import { codeSent } from '../values.ts'

export default signInCase({
  flow: 'USER_AUTH',
  client: 'choice',
  inputs: { USERNAME: 'choice-user', PREFERRED_CHALLENGE: 'SMS_OTP' },
  steps: [
    {
      pending: 'SMS_OTP',
      parameters: { CODE_DELIVERY_DELIVERY_MEDIUM: 'SMS' },
      answer: { SMS_OTP_CODE: codeSent },
    },
  ],
  end: 'tokens',
})
