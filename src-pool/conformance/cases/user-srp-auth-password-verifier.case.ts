import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default signInCase({
  flow: 'USER_SRP_AUTH',
  client: 'web-public',
  given: { USERNAME: 'alice', PASSWORD: password },
  steps: [{ asked: 'PASSWORD_VERIFIER', answer: 'by itself' }],
  end: 'tokens',
})
