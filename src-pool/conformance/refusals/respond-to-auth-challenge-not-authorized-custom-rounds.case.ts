import { signInCase } from '../sign-in-case.ts'

// DefineAuthChallenge gives up after the third wrong round.
export default signInCase({
  flow: 'CUSTOM_AUTH',
  client: 'custom',
  inputs: { USERNAME: 'choice-user' },
  steps: [
    { pending: 'CUSTOM_CHALLENGE', answer: { ANSWER: 'wrong' } },
    { pending: 'CUSTOM_CHALLENGE', answer: { ANSWER: 'wrong' } },
    { pending: 'CUSTOM_CHALLENGE', answer: { ANSWER: 'wrong' } },
  ],
  end: 'NotAuthorizedException: Incorrect username or password.',
})
