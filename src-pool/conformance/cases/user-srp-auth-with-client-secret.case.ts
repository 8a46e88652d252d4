import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default signInCase({
  flow: 'USER_SRP_AUTH',
  client: 'server-secret',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  steps: [{ pending: 'PASSWORD_VERIFIER', answer: 'automatic' }],
  end: 'tokens',
})
