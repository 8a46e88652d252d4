import { signInCase } from '../sign-in-case.ts'
import { codeSent } from '../values.ts'

export default signInCase({
  flow: 'USER_AUTH',
  client: 'choice',
  given: { USERNAME: 'code-user' },
  steps: [
    { asked: 'SELECT_CHALLENGE', available: ['EMAIL_OTP'], answer: { ANSWER: 'EMAIL_OTP' } },
    { asked: 'EMAIL_OTP', answer: { EMAIL_OTP_CODE: codeSent } },
  ],
  end: 'tokens',
})
