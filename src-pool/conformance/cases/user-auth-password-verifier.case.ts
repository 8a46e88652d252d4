import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default signInCase({
  flow: 'USER_AUTH',
  client: 'choice',
  inputs: { USERNAME: 'choice-user', PASSWORD: password, PREFERRED_CHALLENGE: 'PASSWORD_SRP' },
  steps: [{ pending: 'PASSWORD_VERIFIER', answer: 'automatic' }],
  end: 'tokens',
})
