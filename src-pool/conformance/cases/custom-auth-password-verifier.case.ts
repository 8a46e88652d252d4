import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default signInCase({
  flow: 'CUSTOM_AUTH',
  client: 'custom',
  inputs: { USERNAME: 'choice-user', PASSWORD: password, CHALLENGE_NAME: 'SRP_A' },
  steps: [
    { pending: 'PASSWORD_VERIFIER', answer: 'automatic' },
    {
      pending: 'CUSTOM_CHALLENGE',
      parameters: { question: 'What is 2 + 3?' },
      answer: { ANSWER: '5' },
    },
  ],
  end: 'tokens',
})
