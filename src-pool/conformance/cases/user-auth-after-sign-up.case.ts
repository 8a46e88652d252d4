import { confirmedSignUp } from '../fixtures.ts'
import { signInCase } from '../sign-in-case.ts'

// The Session of ConfirmSignUp: the code that came back counts as the first factor.
export default signInCase({
  flow: 'USER_AUTH',
  client: 'every-flow',
  inputs: { USERNAME: 'newcomer' },
  before: confirmedSignUp('every-flow', 'newcomer'),
  steps: [],
  end: 'tokens',
  claims: { amr: ['email_otp'] },
})
