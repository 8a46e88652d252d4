import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default signInCase({
  flow: 'USER_SRP_AUTH',
  client: 'every-flow',
  given: { USERNAME: 'reset', PASSWORD: password },
  steps: [{ asked: 'PASSWORD_VERIFIER', answer: 'by itself' }],
  end: 'PasswordResetRequiredException: Password reset required for the user',
})
