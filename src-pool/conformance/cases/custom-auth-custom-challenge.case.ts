import { signInCase } from '../sign-in-case.ts'

// A wrong answer is no refusal: the next round has a session of its own.
export default signInCase({
  flow: 'CUSTOM_AUTH',
  client: 'custom',
  inputs: { USERNAME: 'choice-user' },
  steps: [
    {
      pending: 'CUSTOM_CHALLENGE',
      parameters: { question: 'What is 2 + 3?' },
      answer: { ANSWER: 'wrong' },
    },
    {
      pending: 'CUSTOM_CHALLENGE',
      parameters: { question: 'What is 2 + 4?' },
      answer: { ANSWER: '6' },
    },
  ],
  end: 'tokens',
})
