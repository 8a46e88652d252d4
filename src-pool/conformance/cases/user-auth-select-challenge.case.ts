import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default signInCase({
  flow: 'USER_AUTH',
  client: 'choice',
  inputs: { USERNAME: 'choice-user' },
  steps: [
    {
      pending: 'SELECT_CHALLENGE',
      available: ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP', 'SMS_OTP'],
      answer: { ANSWER: 'PASSWORD', PASSWORD: password },
    },
  ],
  end: 'tokens',
})
