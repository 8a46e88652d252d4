import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default signInCase({
  flow: 'USER_AUTH',
  client: 'choice',
  inputs: { USERNAME: 'choice-user' },
  steps: [
    { pending: 'SELECT_CHALLENGE', answer: { ANSWER: 'PASSWORD_SRP', PASSWORD: password } },
    { pending: 'PASSWORD_VERIFIER', answer: 'automatic' },
  ],
  end: 'tokens',
})
