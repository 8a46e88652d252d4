import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  asAdmin: {},
  client: 'web-public',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  steps: [],
  end: 'InvalidParameterException: Initiate Auth method not supported.',
})
