import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default signInCase({
  flow: 'ADMIN_USER_PASSWORD_AUTH',
  asAdmin: {},
  client: 'srp-only',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  steps: [],
  end: 'InvalidParameterException: Auth flow not enabled for this client',
})
