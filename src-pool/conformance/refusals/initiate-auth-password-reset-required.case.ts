import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'web-public',
  inputs: { USERNAME: 'reset-user', PASSWORD: password },
  steps: [],
  end: 'PasswordResetRequiredException: Password reset required for the user',
})
