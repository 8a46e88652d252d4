import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

// Without SRP_A, a challenge of its own asks for it.
export default signInCase({
  flow: 'USER_AUTH',
  client: 'choice',
  given: { USERNAME: 'choice-user', PREFERRED_CHALLENGE: 'PASSWORD_SRP', SRP_A: '' },
  steps: [
    { asked: 'PASSWORD_SRP', answer: { PASSWORD: password } },
    { asked: 'PASSWORD_VERIFIER', answer: 'by itself' },
  ],
  end: 'tokens',
})
