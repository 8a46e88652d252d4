import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default signInCase({
  flow: 'USER_SRP_AUTH',
  client: 'every-flow',
  inputs: { USERNAME: 'reset', PASSWORD: password },
  steps: [{ pending: 'PASSWORD_VERIFIER', answer: 'automatic' }],
  end: 'PasswordResetRequiredException: Password reset required for the user',
})
