import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default signInCase({
  flow: 'USER_AUTH',
  client: 'choice',
  given: { USERNAME: 'choice-user' },
  steps: [
    { asked: 'SELECT_CHALLENGE', answer: { ANSWER: 'PASSWORD_SRP', PASSWORD: password } },
    { asked: 'PASSWORD_VERIFIER', answer: 'by itself' },
  ],
  end: 'tokens',
})
