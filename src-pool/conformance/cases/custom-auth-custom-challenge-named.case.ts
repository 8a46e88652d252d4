import { signInCase } from '../sign-in-case.ts'

export default signInCase({
  flow: 'CUSTOM_AUTH',
  client: 'custom',
  inputs: { USERNAME: 'choice-user', CHALLENGE_NAME: 'CUSTOM_CHALLENGE' },
  steps: [
    {
      pending: 'CUSTOM_CHALLENGE',
      parameters: { question: 'What is 2 + 3?' },
      answer: { ANSWER: '5' },
    },
  ],
  end: 'tokens',
})
