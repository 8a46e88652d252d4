import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default signInCase({
  flow: 'USER_SRP_AUTH',
  client: 'password-only',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  steps: [],
  end: 'InvalidParameterException: USER_SRP_AUTH is not enabled for the client.',
})
