import { signInCase } from '../sign-in-case.ts'
import { codeSent } from '../values.ts'

// A preferred challenge that the user does not have.
export default signInCase({
  flow: 'USER_AUTH',
  client: 'choice',
  given: { USERNAME: 'choice-user', PREFERRED_CHALLENGE: 'WEB_AUTHN' },
  steps: [
    { asked: 'SELECT_CHALLENGE', answer: { ANSWER: 'EMAIL_OTP' } },
    { asked: 'EMAIL_OTP', answer: { EMAIL_OTP_CODE: codeSent } },
  ],
  end: 'tokens',
})
