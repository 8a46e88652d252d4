import { signInCase } from '../sign-in-case.ts'
import { codeSent, otherCode } from '../values.ts'

export default signInCase({
  flow: 'USER_AUTH',
  client: 'choice',
  inputs: { USERNAME: 'code-user', PREFERRED_CHALLENGE: 'EMAIL_OTP' },
  steps: [
    {
      pending: 'EMAIL_OTP',
      parameters: {
        CODE_DELIVERY_DELIVERY_MEDIUM: 'EMAIL',
        CODE_DELIVERY_DESTINATION: 'c***@e***',
      },
      available: ['EMAIL_OTP'],
      wrong: {
        answer: { EMAIL_OTP_CODE: otherCode },
        refused: 'CodeMismatchException: Invalid code or auth state for the user.',
      },
      answer: { EMAIL_OTP_CODE: codeSent },
    },
  ],
  end: 'tokens',
})
