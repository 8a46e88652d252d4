import { confirmedSignUp } from '../fixtures.ts'
import { signInCase } from '../sign-in-case.ts'

// The Session of ConfirmSignUp, after its three minutes.
export default signInCase({
  flow: 'USER_AUTH',
  client: 'every-flow',
  inputs: { USERNAME: 'newcomer' },
  before: async (testBed) => {
    const fixture = await confirmedSignUp('every-flow', 'newcomer')(testBed)
    testBed.wait(181)
    return fixture
  },
  steps: [],
  end: 'NotAuthorizedException: Invalid session for the user, session is expired.',
})
