import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

// The client does not tell whether a user exists: the proof is asked for, and fails.
export default signInCase({
  flow: 'USER_SRP_AUTH',
  client: 'srp-only',
  inputs: { USERNAME: 'nobody', PASSWORD: password },
  steps: [{ pending: 'PASSWORD_VERIFIER', answer: 'automatic' }],
  end: 'NotAuthorizedException: Incorrect username or password.',
})
