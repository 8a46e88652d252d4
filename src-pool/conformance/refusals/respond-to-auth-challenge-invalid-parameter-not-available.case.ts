import { signInCase } from '../sign-in-case.ts'

export default signInCase({
  flow: 'USER_AUTH',
  client: 'choice',
  inputs: { USERNAME: 'code-user' },
  steps: [{ pending: 'SELECT_CHALLENGE', answer: { ANSWER: 'SMS_OTP' } }],
  end: 'InvalidParameterException: Selected challenge is not available',
})
