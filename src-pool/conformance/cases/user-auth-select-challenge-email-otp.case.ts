import { signInCase } from '../sign-in-case.ts'
import { codeSent } from '../values.ts'

export default signInCase({
  flow: 'USER_AUTH',
  client: 'choice',
  inputs: { USERNAME: 'code-user' },
  steps: [
    { pending: 'SELECT_CHALLENGE', available: ['EMAIL_OTP'], answer: { ANSWER: 'EMAIL_OTP' } },
    { pending: 'EMAIL_OTP', answer: { EMAIL_OTP_CODE: codeSent } },
  ],
  end: 'tokens',
})
