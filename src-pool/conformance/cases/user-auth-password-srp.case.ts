import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

// Without SRP_A, a challenge of its own asks for it.
export default signInCase({
  flow: 'USER_AUTH',
  client: 'choice',
  inputs: { USERNAME: 'choice-user', PREFERRED_CHALLENGE: 'PASSWORD_SRP', SRP_A: '' },
  steps: [
    { pending: 'PASSWORD_SRP', answer: { PASSWORD: password } },
    { pending: 'PASSWORD_VERIFIER', answer: 'automatic' },
  ],
  end: 'tokens',
})
