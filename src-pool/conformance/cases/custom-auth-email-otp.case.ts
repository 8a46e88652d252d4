import { signInCase } from '../sign-in-case.ts'
import { codeSent, password } from '../values.ts'

export default signInCase({
  flow: 'CUSTOM_AUTH',
  client: 'every-flow',
  inputs: { USERNAME: 'email', PASSWORD: password, CHALLENGE_NAME: 'SRP_A' },
  steps: [
    { pending: 'PASSWORD_VERIFIER', answer: 'automatic' },
    {
      pending: 'EMAIL_OTP',
      parameters: { CODE_DELIVERY_DELIVERY_MEDIUM: 'EMAIL' },
      answer: { EMAIL_OTP_CODE: codeSent },
    },
    { pending: 'CUSTOM_CHALLENGE', answer: { ANSWER: '5' } },
  ],
  end: 'tokens',
})
