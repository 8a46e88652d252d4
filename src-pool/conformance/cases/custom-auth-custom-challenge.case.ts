import { signInCase } from '../sign-in-case.ts'

// A wrong answer is no refusal: the next round has a session of its own.
export default signInCase({
  flow: 'CUSTOM_AUTH',
  client: 'custom',
  given: { USERNAME: 'choice-user' },
  steps: [
    {
      asked: 'CUSTOM_CHALLENGE',
      parameters: { question: 'What is 2 + 3?' },
      answer: { ANSWER: 'wrong' },
    },
    {
      asked: 'CUSTOM_CHALLENGE',
      parameters: { question: 'What is 2 + 4?' },
      answer: { ANSWER: '6' },
    },
  ],
  end: 'tokens',
})
