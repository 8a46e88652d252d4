import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default signInCase({
  flow: 'USER_SRP_AUTH',
  client: 'every-flow',
  inputs: { USERNAME: 'unconfirmed', PASSWORD: password },
  steps: [{ pending: 'PASSWORD_VERIFIER', answer: 'automatic' }],
  end: 'UserNotConfirmedException: User is not confirmed.',
})
