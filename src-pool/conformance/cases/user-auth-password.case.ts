import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

// Without a password, a challenge of its own asks for it.
export default signInCase({
  flow: 'USER_AUTH',
  client: 'choice',
  inputs: { USERNAME: 'choice-user', PREFERRED_CHALLENGE: 'PASSWORD' },
  steps: [{ pending: 'PASSWORD', answer: { PASSWORD: password } }],
  end: 'tokens',
})
