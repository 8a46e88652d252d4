import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

// The client does not tell whether a user exists.
export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'password-only',
  inputs: { USERNAME: 'nobody', PASSWORD: password },
  steps: [],
  end: 'NotAuthorizedException: Incorrect username or password.',
})
