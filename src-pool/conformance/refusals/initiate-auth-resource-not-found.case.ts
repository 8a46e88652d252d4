import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'no-such-client',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  steps: [],
  end: 'ResourceNotFoundException: User pool client nosuchclient does not exist.',
})
