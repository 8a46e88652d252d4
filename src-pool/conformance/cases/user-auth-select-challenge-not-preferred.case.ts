import { signInCase } from '../sign-in-case.ts'
import { codeSent } from '../values.ts'

// A preferred challenge that the user does not have.
export default signInCase({
  flow: 'USER_AUTH',
  client: 'choice',
  inputs: { USERNAME: 'choice-user', PREFERRED_CHALLENGE: 'WEB_AUTHN' },
  steps: [
    { pending: 'SELECT_CHALLENGE', answer: { ANSWER: 'EMAIL_OTP' } },
    { pending: 'EMAIL_OTP', answer: { EMAIL_OTP_CODE: codeSent } },
  ],
  end: 'tokens',
})
