import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

// Without a password, a challenge of its own asks for it.
export default signInCase({
  flow: 'USER_AUTH',
  client: 'choice',
  given: { USERNAME: 'choice-user', PREFERRED_CHALLENGE: 'PASSWORD' },
  steps: [{ asked: 'PASSWORD', answer: { PASSWORD: password } }],
  end: 'tokens',
})
