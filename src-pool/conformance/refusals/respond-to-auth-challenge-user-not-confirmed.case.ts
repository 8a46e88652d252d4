import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default signInCase({
  flow: 'USER_SRP_AUTH',
  client: 'every-flow',
  given: { USERNAME: 'unconfirmed', PASSWORD: password },
  steps: [{ asked: 'PASSWORD_VERIFIER', answer: 'by itself' }],
  end: 'UserNotConfirmedException: User is not confirmed.',
})
