import { signInCase } from '../sign-in-case.ts'
import { codeSent, password } from '../values.ts'

export default signInCase({
  flow: 'USER_SRP_AUTH',
  client: 'choice',
  inputs: { USERNAME: 'email-mfa-user', PASSWORD: password },
  steps: [
    { pending: 'PASSWORD_VERIFIER', answer: 'automatic' },
    {
      pending: 'EMAIL_OTP',
      parameters: { CODE_DELIVERY_DELIVERY_MEDIUM: 'EMAIL' },
      answer: { EMAIL_OTP_CODE: codeSent },
    },
  ],
  end: 'tokens',
})
