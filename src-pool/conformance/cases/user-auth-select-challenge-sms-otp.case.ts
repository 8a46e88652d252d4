import { signInCase } from '../sign-in-case.ts'
import { codeSent } from '../values.ts'

export default signInCase({
  flow: 'USER_AUTH',
  client: 'choice',
  given: { USERNAME: 'choice-user' },
  steps: [
    { asked: 'SELECT_CHALLENGE', answer: { ANSWER: 'SMS_OTP' } },
    { asked: 'SMS_OTP', answer: { SMS_OTP_CODE: codeSent } },
  ],
  end: 'tokens',
})
