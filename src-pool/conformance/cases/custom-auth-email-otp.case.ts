import { signInCase } from '../sign-in-case.ts'
import { codeSent, password } from '../values.ts'

export default signInCase({
  flow: 'CUSTOM_AUTH',
  client: 'every-flow',
  given: { USERNAME: 'email', PASSWORD: password, CHALLENGE_NAME: 'SRP_A' },
  steps: [
    { asked: 'PASSWORD_VERIFIER', answer: 'by itself' },
    {
      asked: 'EMAIL_OTP',
      parameters: { CODE_DELIVERY_DELIVERY_MEDIUM: 'EMAIL' },
      answer: { EMAIL_OTP_CODE: codeSent },
    },
    { asked: 'CUSTOM_CHALLENGE', answer: { ANSWER: '5' } },
  ],
  end: 'tokens',
})
