import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'web-public',
  inputs: { USERNAME: 'disabled-user', PASSWORD: password },
  steps: [],
  end: 'NotAuthorizedException: User is disabled.',
})
