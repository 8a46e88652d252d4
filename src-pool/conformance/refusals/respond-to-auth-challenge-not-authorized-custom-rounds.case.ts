import { signInCase } from '../sign-in-case.ts'

// DefineAuthChallenge gives up after the third wrong round.
export default signInCase({
  flow: 'CUSTOM_AUTH',
  client: 'custom',
  given: { USERNAME: 'choice-user' },
  steps: [
    { asked: 'CUSTOM_CHALLENGE', answer: { ANSWER: 'wrong' } },
    { asked: 'CUSTOM_CHALLENGE', answer: { ANSWER: 'wrong' } },
    { asked: 'CUSTOM_CHALLENGE', answer: { ANSWER: 'wrong' } },
  ],
  end: 'NotAuthorizedException: Incorrect username or password.',
})
