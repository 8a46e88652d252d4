import { signInCase } from '../sign-in-case.ts'

export default signInCase({
  flow: 'USER_AUTH',
  client: 'choice',
  given: { USERNAME: 'code-user' },
  steps: [{ asked: 'SELECT_CHALLENGE', answer: { ANSWER: 'SMS_OTP' } }],
  end: 'InvalidParameterException: Selected challenge is not available',
})
