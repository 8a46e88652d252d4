import { signInCase } from '../sign-in-case.ts'
import { codeSent } from '../values.ts'

export default signInCase({
  flow: 'USER_AUTH',
  client: 'choice',
  inputs: { USERNAME: 'choice-user' },
  steps: [
    { pending: 'SELECT_CHALLENGE', answer: { ANSWER: 'SMS_OTP' } },
    { pending: 'SMS_OTP', answer: { SMS_OTP_CODE: codeSent } },
  ],
  end: 'tokens',
})
