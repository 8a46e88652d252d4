import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default signInCase({
  flow: 'USER_AUTH',
  client: 'choice',
  given: { USERNAME: 'choice-user' },
  steps: [
    {
      asked: 'SELECT_CHALLENGE',
      available: ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP', 'SMS_OTP'],
      answer: { ANSWER: 'PASSWORD', PASSWORD: password },
    },
  ],
  end: 'tokens',
})
