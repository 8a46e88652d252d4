import { signInCase } from '../sign-in-case.ts'
import { codeSent, password } from '../values.ts'

export default signInCase({
  flow: 'USER_AUTH',
  client: 'choice',
  inputs: { USERNAME: 'email-mfa-user', PASSWORD: password, PREFERRED_CHALLENGE: 'PASSWORD' },
  steps: [
    {
      pending: 'EMAIL_OTP',
      parameters: { CODE_DELIVERY_DELIVERY_MEDIUM: 'EMAIL' },
      answer: { EMAIL_OTP_CODE: codeSent },
    },
  ],
  end: 'tokens',
})
