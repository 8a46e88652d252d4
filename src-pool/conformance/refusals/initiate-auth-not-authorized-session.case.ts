import { confirmedSignUp } from '../made-ready.ts'
import { signInCase } from '../sign-in-case.ts'

// The Session of ConfirmSignUp, after its three minutes.
export default signInCase({
  flow: 'USER_AUTH',
  client: 'every-flow',
  given: { USERNAME: 'newcomer' },
  before: async (stage) => {
    const ready = await confirmedSignUp('every-flow', 'newcomer')(stage)
    stage.wait(181)
    return ready
  },
  steps: [],
  end: 'NotAuthorizedException: Invalid session for the user, session is expired.',
})
